#pragma once
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

/// `xmlFree` is a global variable, which Swift's language mode 6 does not import.
static inline void ccvmap_xml_free(void *pointer) { xmlFree(pointer); }
