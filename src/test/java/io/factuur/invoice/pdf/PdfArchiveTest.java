package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.invoice.Invoice;
import io.factuur.invoice.pdf.InvoicePdf.Paper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every paper is PDF/A-2a and PDF/UA-1, as veraPDF sees it. */
class PdfArchiveTest {

    private final InvoicePdf printer = new InvoicePdf();

    @BeforeAll
    static void aValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({"INVOICE, en, 40", "INVOICE, nl, 0", "INVOICE, nl, 400", "TAX, nl, 3", "SUMMARY, en, 40"})
    void isForTheArchive(Paper paper, String language, int lines) throws Exception {
        byte[] pdf = printer.render(paper, SampleInvoices.with(Math.max(1, lines / 10), lines), Locale.of(language));
        assertThat(broken(pdf)).isEmpty();
    }

    @Test
    void longNamesAndOtherScriptsAreToo() throws Exception {
        Invoice invoice = SampleInvoices.sold("Łódź – Αθήνα – Москва – Donaudampfschifffahrtsgesellschaft ".repeat(5));
        assertThat(broken(printer.render(invoice, Locale.of("nl")))).isEmpty();
    }

    /** One that needs all of the fonts, among them those that draw in another order than one reads. */
    @Test
    void namesInTheScriptsOfTheWorldAreToo() throws Exception {
        String name = "شركة السحابة (هولندا) 12 · חברת ענן בע\"מ · 株式会社クラウド、東京「本店」 · 주식회사 클라우드 · 云计算有限公司"
                + " · บริษัท คลาวด์ จำกัด · ບໍລິສັດ ຄລາວ · Ամպային ընկերություն · ღრუბლოვანი კომპანია · 🚀 😀 · क्लाउड";
        byte[] pdf = printer.render(SampleInvoices.sold(name), Locale.of("nl"));
        assertThat(broken(pdf)).isEmpty();
        assertThat(new InvoicePdf().render(SampleInvoices.sold(name), Locale.of("nl")))
                .as("made again, the very same")
                .isEqualTo(pdf);
    }

    /** What cannot be drawn is missing on the page, not in what the file says of itself. */
    @Test
    void aNameThatCannotBeDrawnIsWholeInTheMetadata() throws Exception {
        String name = "क्लाउड \u202e& <\ud83d\udc69\u200d\ud83d\udcbb>";
        byte[] pdf = printer.render(SampleInvoices.soldTo(name), Locale.ENGLISH);
        assertThat(broken(pdf)).isEmpty();
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getInfo().get("Subject")).contains(name);
            assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8))
                    .contains(name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
    }

    @Test
    void anEnrollmentsProductsAreToo() throws Exception {
        Invoice invoice = SampleInvoices.enrollment(60);
        assertThat(broken(printer.render(Paper.INVOICE, invoice, SampleInvoices.items(invoice), Locale.GERMAN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/OutputIntents, /OutputIntentz",
        "/StructTreeRoot, /StructTreeRoop",
        "/DisplayDocTitle true, /DisplayDocTitlf true",
        "/Scope, /Scopf",
        "/H1, /H3",
        "<pdfuaid:part>1, <pdfuaid:part>7"
    })
    void whatIsNotIsFound(String right, String wrong) throws Exception {
        byte[] pdf = printer.render(SampleInvoices.with(1, 3), Locale.ENGLISH);
        String changed = new String(pdf, StandardCharsets.ISO_8859_1).replace(right, wrong);
        assertThat(broken(changed.getBytes(StandardCharsets.ISO_8859_1))).isNotEmpty();
    }

    /** The rules that a document breaks, of those for the archive and of those for whoever listens to it. */
    private static List<String> broken(byte[] pdf) throws Exception {
        List<String> broken = new ArrayList<>();
        for (PDFAFlavour rules : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), rules);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(rules, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .map(failed -> rules + " " + failed.getRuleId().getClause() + ": " + failed.getMessage())
                        .distinct()
                        .forEach(broken::add);
            }
        }
        return broken;
    }
}
