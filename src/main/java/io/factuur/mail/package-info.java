/**
 * How mail leaves the house: a letter, and the transport that carries it. Knows nobody's rights and no invoice, which
 * is why it stands below {@code security}, whose invitations it carries too (docs/decisions/0050).
 */
@NullMarked
package io.factuur.mail;

import org.jspecify.annotations.NullMarked;
