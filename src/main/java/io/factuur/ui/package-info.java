/** The pieces that pages share: formats by locale, notices, links to documents, empty states. Knows Vaadin, knows no service. */
@NullMarked
package io.factuur.ui;

import org.jspecify.annotations.NullMarked;
