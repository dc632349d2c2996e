package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.invoice.Invoice;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class InvoicePdfTest {

    private final InvoicePdf printer = new InvoicePdf();

    @Test
    void saysTheStoredFiguresOnTwoPages() throws IOException {
        Invoice invoice = SampleInvoices.with(3, 40);
        try (PdfReader pdf = new PdfReader(printer.render(invoice, Locale.ENGLISH))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(2);
            String text = text(pdf);
            assertThat(text)
                    .contains(invoice.number())
                    .contains(String.format(
                            Locale.ENGLISH, "%,.2f", invoice.figures().subtotal()))
                    .contains(String.format(
                            Locale.ENGLISH, "%,.2f", invoice.figures().tax()))
                    .contains(String.format(
                            Locale.ENGLISH, "%,.2f", invoice.figures().total()))
                    .contains("Łódź")
                    .contains("Αθήνα")
                    .contains("Москва");
        }
    }

    @Test
    void speaksDutch() throws IOException {
        try (PdfReader pdf = new PdfReader(printer.render(SampleInvoices.with(1, 3), Locale.of("nl")))) {
            assertThat(text(pdf)).contains("Factuur", "Vervaldatum");
        }
    }

    @Test
    void speaksGerman() throws IOException {
        try (PdfReader pdf = new PdfReader(printer.render(SampleInvoices.with(1, 3), Locale.GERMAN))) {
            assertThat(text(pdf)).contains("Rechnung", "Fälligkeitsdatum", "Rechnungsabschnitt");
        }
    }

    /** The renderer is used again and again; nothing of one invoice may stay behind for the next. */
    @Test
    void carriesItsOwnTitleWhateverWasPrintedBefore() throws IOException {
        Invoice first = SampleInvoices.with(1, 3);
        Invoice second = SampleInvoices.numbered("F2026-000002", first);
        printer.render(first, Locale.ENGLISH);
        try (PdfReader pdf = new PdfReader(printer.render(second, Locale.ENGLISH))) {
            assertThat(pdf.getInfo().get("Title")).isEqualTo("Invoice F2026-000002");
            assertThat(text(pdf)).doesNotContain("F2026-000001");
        }
    }

    @Test
    void anInvoiceWithoutLinesIsAnInvoice() throws IOException {
        try (PdfReader pdf = new PdfReader(printer.render(SampleInvoices.of(List.of()), Locale.ENGLISH))) {
            assertThat(text(pdf)).contains("0.00");
        }
    }

    @Test
    void theSameInvoiceGivesTheSameBytes() {
        Invoice invoice = SampleInvoices.with(2, 10);
        assertThat(printer.render(invoice, Locale.ENGLISH)).isEqualTo(printer.render(invoice, Locale.ENGLISH));
    }

    private static String text(PdfReader pdf) throws IOException {
        PdfTextExtractor extractor = new PdfTextExtractor(pdf);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
