#pragma once
// Built with ICU, libxml2's headers bring in ICU's, which clash with those of Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlsave.h>

/// `xmlFree` is a global variable, which Swift's language mode 6 does not import.
static inline void ccvmap_xml_free(void *pointer) { xmlFree(pointer); }

/// Frees a parser and the document that it may have begun.
static inline void ccvmap_xml_parser_free(xmlParserCtxtPtr context) {
    if (context == NULL) return;
    if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
    xmlFreeParserCtxt(context);
}

static inline void ccvmap_xml_ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

/// Keeps libxml2 from printing to stderr on this thread: faults of a text's encoding go past the
/// handlers of a parser.
static inline void ccvmap_xml_be_silent(void) {
    xmlSetGenericErrorFunc(NULL, ccvmap_xml_ignore);
}

/// The line that the parser has reached, from 1; 0 when unknown.
static inline int ccvmap_xml_parser_line(xmlParserCtxtPtr context) {
    return context->input == NULL ? 0 : context->input->line;
}

/// The byte that the parser has reached, from 0; -1 when unknown, as it is while converting.
static inline long ccvmap_xml_parser_byte(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    if (input == NULL || input->buf == NULL || input->buf->encoder != NULL) return -1;
    return xmlByteConsumed(context);
}

/// The bytes that wait for more: the part of a tag, a comment or an instruction that is there yet.
static inline long ccvmap_xml_parser_pending(xmlParserCtxtPtr context) {
    return context->input == NULL ? 0 : (long)(context->input->end - context->input->cur);
}

/// Whether all that was read so far is well-formed XML.
static inline int ccvmap_xml_parser_is_well_formed(xmlParserCtxtPtr context) {
    return context->wellFormed;
}

/// Stops at a document type declaration, so that no entity is ever declared.
static inline void ccvmap_xml_refuse_doctype(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name;
    (void)external;
    (void)system;
    ((xmlParserCtxtPtr)context)->wellFormed = 0;
    xmlStopParser((xmlParserCtxtPtr)context);
}

/// Reads a whole document of UTF-8, whatever encoding it names, into a tree; NULL unless it is
/// well-formed and has no document type.
static inline xmlDocPtr ccvmap_xml_read_tree(const char *bytes, int count) {
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL) return NULL;
    context->sax->internalSubset = ccvmap_xml_refuse_doctype;
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    xmlDocPtr document = xmlCtxtReadMemory(context, bytes, count, NULL, "UTF-8", options);
    if (document != NULL && !context->wellFormed) {
        xmlFreeDoc(document);
        document = NULL;
    }
    xmlFreeParserCtxt(context);
    return document;
}

/// Whether the parser stands inside a CDATA section.
static inline int ccvmap_xml_parser_is_in_cdata(xmlParserCtxtPtr context) {
    return context->instate == XML_PARSER_CDATA_SECTION;
}
