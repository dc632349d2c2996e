/**
 * The pieces that pages share: formats by locale, notices, links to documents, empty states. Knows Vaadin, knows no
 * service. Open, because the pages of every room use it, also of rooms that stand below.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.factuur.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
