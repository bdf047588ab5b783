import HTTPTypes
import Hummingbird
import People

/// How routes are added: each says who may ask for it, and what is not written down is refused.
extension Dashboard {
    /// A page for those with a permission.
    func page(
        _ pages: RouterGroup<PageContext>, _ path: String, needs permission: Permission = .look,
        keeps: PageCache.Keeping = .never,
        _ make: @escaping @Sendable (Visit) async throws -> Page
    ) {
        routes.add(.get, whole(path), .holder(permission))
        pages.get(RouterPath(path)) { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(permission)
            return try await room.answer(visit, keeps: keeps, make)
        }
    }

    /// What a form does to payments, for those with a permission.
    func act(
        _ pages: RouterGroup<PageContext>, _ name: String, needs permission: Permission,
        _ work: @escaping @Sendable (FormActs) async throws -> Response
    ) {
        form(pages, "acties/" + name, needs: permission) {
            try await work(FormActs(room: $0, visit: $1))
        }
    }

    /// What any other form does, for those with a permission.
    func form(
        _ pages: RouterGroup<PageContext>, _ path: String, needs permission: Permission,
        _ work: @escaping @Sendable (PageRoom, Visit) async throws -> Response
    ) {
        routes.add(.post, whole(path), .holder(permission))
        pages.post(RouterPath(path)) { [room] request, context in
            let visit = room.visit(request, context)
            try visit.check(permission)
            defer { room.cache.countForm() }
            return try await work(room, visit)
        }
    }

    /// A page for everybody, also before signing in; it may show nothing of the ledger.
    func open(
        _ pages: RouterGroup<PageContext>, _ path: String,
        _ make: @escaping @Sendable (PageRoom, Visit) async throws -> Page
    ) {
        routes.add(.get, whole(path), .everybody)
        pages.get(RouterPath(path)) { [room] request, context in
            try await room.answer(room.visit(request, context), keeps: .never) { visit in
                try await make(room, visit)
            }
        }
    }

    /// What a form of such a page does.
    func openForm(
        _ pages: RouterGroup<PageContext>, _ path: String,
        _ work: @escaping @Sendable (PageRoom, Visit) async throws -> Response
    ) {
        routes.add(.post, whole(path), .everybody)
        pages.post(RouterPath(path)) { [room] request, context in
            try await work(room, room.visit(request, context))
        }
    }

    /// A file.
    func file(
        _ pages: RouterGroup<PageContext>, _ path: String, _ access: Access,
        _ make: @escaping @Sendable (Visit) async throws -> Response
    ) {
        routes.add(.get, whole(path), access)
        pages.get(RouterPath(path)) { [room] request, context in
            let visit = room.visit(request, context)
            if case .holder(let permission) = access { try visit.check(permission) }
            return try await make(visit)
        }
    }

    private func whole(_ path: String) -> String { room.settings.basePath + "/" + path }
}
