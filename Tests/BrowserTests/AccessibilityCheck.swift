/// What can be checked by a program of WCAG 2.2 AA on a page as the browser shows it.
///
/// Names of what can be used, headings, landmarks, language, tables, contrast of texts, size of
/// targets, and whether something sticks out at the side.
enum AccessibilityCheck {
    /// The faults of the page that is open, each a sentence.
    ///
    /// Pages of strangers have no tabs.
    static func faults(_ browser: WebDriver, hasTabs: Bool = true) async throws -> [String] {
        let parts = hasTabs ? "['main', 'header', 'nav']" : "['main', 'header']"
        return try await browser.run("const parts = \(parts);" + script) as? [String]
            ?? ["the check gave nothing"]
    }

    private static let script = """
        const faults = [];
        const seen = e => {
          const s = getComputedStyle(e), r = e.getBoundingClientRect();
          return s.visibility !== 'hidden' && s.display !== 'none' && r.width > 1 && r.height > 1;
        };
        const say = (e, text) => faults.push(
          e.tagName.toLowerCase() + ' "' + (e.textContent || e.name || '').trim().slice(0, 30)
          + '": ' + text);
        const named = e => {
          const by = (e.getAttribute('aria-labelledby') || '').split(' ')
            .map(i => document.getElementById(i)?.textContent || '').join('');
          const labels = [...(e.labels || [])].map(l => l.textContent).join('');
          const alt = [...e.querySelectorAll('img, svg')].map(i => i.getAttribute('alt')
            || i.getAttribute('aria-label') || '').join('');
          return (by + (e.getAttribute('aria-label') || '') + labels
            + (/^(A|BUTTON|SUMMARY)$/.test(e.tagName) ? e.textContent : '') + alt
            + (e.tagName === 'INPUT' && /submit|button/.test(e.type) ? e.value : '')).trim();
        };
        if (!document.documentElement.lang) faults.push('the page has no language');
        if (!document.title.trim()) faults.push('the page has no title');
        for (const part of parts)
          if (!document.querySelector(part)) faults.push('there is no ' + part);
        if (document.querySelectorAll('h1').length !== 1) faults.push('there is not one h1');
        let level = 0;
        for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
          const n = +h.tagName[1];
          if (n > level + 1) say(h, 'a heading of level ' + n + ' after level ' + level);
          level = n;
        }
        const ids = {};
        for (const e of document.querySelectorAll('[id]')) {
          if (ids[e.id]) faults.push('two elements have the id ' + e.id);
          ids[e.id] = true;
        }
        for (const e of document.querySelectorAll(
            'a[href], button, summary, input:not([type=hidden]), select, textarea')) {
          if (!seen(e)) continue;
          if (!named(e)) say(e, 'has no name');
          const r = e.getBoundingClientRect();
          const inText = e.tagName === 'A' && getComputedStyle(e).display === 'inline';
          if (!inText && (r.width < 24 || r.height < 24)
            && !/checkbox|radio/.test(e.type || '')) say(e, 'is smaller than 24 by 24');
        }
        for (const t of document.querySelectorAll('table')) {
          if (!t.querySelector('th')) say(t, 'has no headers');
          if (!t.caption && !t.getAttribute('aria-label') && !t.getAttribute('aria-labelledby'))
            say(t, 'has no caption');
        }
        for (const s of document.querySelectorAll('svg[role=img], img'))
          if (!(s.getAttribute('aria-label') || s.getAttribute('aria-labelledby')
            || s.getAttribute('alt') !== null || s.querySelector('title'))) say(s, 'has no text');
        const light = c => {
          const v = c.map(x => x / 255).map(x => x <= 0.03928 ? x / 12.92
            : Math.pow((x + 0.055) / 1.055, 2.4));
          return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
        };
        const colour = text => (text.match(/[0-9.]+/g) || []).map(Number);
        const behind = e => {
          for (let n = e; n; n = n.parentElement) {
            const c = colour(getComputedStyle(n).backgroundColor);
            if (c.length === 3 || c[3] > 0.99) return c.slice(0, 3);
          }
          return [255, 255, 255];
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const told = new Set();
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || told.has(e) || !seen(e)) continue;
          if (e.closest('svg, option, [disabled], script, style')) continue;
          told.add(e);
          const s = getComputedStyle(e), f = colour(s.color).slice(0, 3), b = behind(e);
          const [x, y] = [light(f), light(b)].sort((p, q) => q - p);
          const ratio = (x + 0.05) / (y + 0.05), size = parseFloat(s.fontSize);
          const large = size >= 24 || (size >= 18.66 && +s.fontWeight >= 700);
          if (ratio < (large ? 3 : 4.5)) say(e, 'has a contrast of ' + ratio.toFixed(2));
        }
        const wide = document.documentElement;
        if (wide.scrollWidth > wide.clientWidth + 1)
          faults.push('the page is wider than the window by '
            + (wide.scrollWidth - wide.clientWidth));
        return faults;
        """
}
