package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.invoice.pdf.InvoicePdf.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the renderer may remember from one document to the next, and what keeps long ones quick. */
class RememberedStylesTest {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9]*([.#][A-Za-z-]+)*(:(before|after))?( [A-Za-z0-9]*([.#][A-Za-z-]+)*)*");

    @Test
    void theStylesheetLooksAtNamesClassesAndElementsAroundOnly() {
        String rules =
                Resources.text("invoice.css").replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("@page[^}]*}\\s*}", "");
        List<String> selectors = Arrays.stream(rules.split("\\{[^}]*}"))
                .flatMap(some -> Arrays.stream(some.split(",")))
                .map(String::strip)
                .filter(selector -> !selector.isEmpty())
                .toList();
        assertThat(selectors)
                .as("styles are remembered by name, class and place: one that looks at neighbours or at other"
                        + " attributes would be remembered wrongly")
                .hasSizeGreaterThan(40)
                .allSatisfy(selector -> assertThat(selector).matches(PLAIN));
    }

    /** The renderer's time for one body of a table grows with the square of its rows. */
    @Test
    void aLongSectionStandsInShortBodies() {
        String page = InvoicePdf.xhtml(Paper.INVOICE, SampleInvoices.onlineServices(120), List.of(), Locale.ENGLISH);
        String details = page.substring(page.indexOf("<table class=\"list items meters"));
        List<Integer> rows = Pattern.compile("<tbody class=\"[a-z]*\">(.*?)</tbody>", Pattern.DOTALL)
                .matcher(details)
                .results()
                .map(body -> body.group(1).split("<tr class=\"end\">")[0].split("<tr>").length - 1)
                .toList();
        assertThat(rows).containsExactly(50, 50, 17, 3);
    }

    /** A document that has seen others says the same, in the same bytes, as one from a new renderer. */
    @Test
    void whatCameBeforeMakesNoDifference() {
        InvoicePdf used = new InvoicePdf();
        used.render(Paper.TAX, SampleInvoices.with(1, 3), Locale.ENGLISH);
        used.render(Paper.INVOICE, SampleInvoices.with(7, 90), Locale.of("nl"));
        assertThat(used.render(SampleInvoices.with(3, 40), Locale.ENGLISH))
                .isEqualTo(new InvoicePdf().render(SampleInvoices.with(3, 40), Locale.ENGLISH));
    }
}
