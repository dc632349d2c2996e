package io.factuur.invoice.pdf;

import io.factuur.invoice.Balance;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.Transaction;
import io.factuur.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the PDF of an invoice: the same invoice and language give the same bytes. A renderer is used by one thread at
 * a time and then handed on, with its fonts and its parsed stylesheet.
 */
@Component
public class InvoicePdf {

    /** Which paper of an invoice. */
    public enum Paper {
        INVOICE("invoice.xhtml"),
        /** What the tax authority wants to see: base, rate and amount. */
        TAX("tax.xhtml"),
        /** The same first page, then the charges by product family. */
        SUMMARY("summary.xhtml");

        private final Template template;

        Paper(String file) {
            // Line breaks and indents are for whoever reads the template: each would be a node to lay out.
            this.template = Template.parse(Resources.template(file).replaceAll("\\R\\s*", ""));
        }

        private String title(Invoice invoice, Locale locale) {
            return switch (this) {
                case INVOICE -> Texts.get(locale, invoice.row().documentType().labelKey());
                case TAX -> Texts.get(locale, "pdf.tax-document");
                case SUMMARY -> Texts.get(locale, "pdf.summary-document");
            };
        }
    }

    private static final TemplateNamespace NAMESPACE = new TemplateNamespace(ClosedUserAgent.HOME + "invoice.css");

    /** In characters: a renderer holds its last document until the next, so one that made such a large one is let go. */
    private static final int LARGE = 1_000_000;

    private final ConcurrentLinkedDeque<PdfRenderer> idle = new ConcurrentLinkedDeque<>();

    public byte[] render(Invoice invoice, Locale locale) {
        return render(Paper.INVOICE, invoice, locale);
    }

    public byte[] render(Paper paper, Invoice invoice, Locale locale) {
        return render(paper, invoice, List.of(), locale);
    }

    public byte[] render(Paper paper, Invoice invoice, List<Transaction> items, Locale locale) {
        return render(paper, invoice, items, null, locale);
    }

    /**
     * @param items what the invoice lists; none: its lines as they stand
     * @param before what was owed before it; null where the paper does not say
     */
    public byte[] render(
            Paper paper, Invoice invoice, List<Transaction> items, @Nullable Balance before, Locale locale) {
        String title = paper.title(invoice, locale);
        String xhtml = xhtml(paper, invoice, items, before, locale);
        PdfRenderer renderer = idle.pollFirst();
        if (renderer == null) {
            renderer = new PdfRenderer(NAMESPACE);
        }
        byte[] pdf = renderer.render(xhtml, metadata(title, invoice, locale));
        if (xhtml.length() < LARGE) {
            idle.addFirst(renderer);
        }
        return pdf;
    }

    static String xhtml(Paper paper, Invoice invoice, List<Transaction> items, Locale locale) {
        return xhtml(paper, invoice, items, null, locale);
    }

    private static String xhtml(
            Paper paper, Invoice invoice, List<Transaction> items, @Nullable Balance before, Locale locale) {
        Map<String, Object> model = InvoiceModel.of(invoice, items, before, locale);
        String title = paper.title(invoice, locale);
        return paper.template.fill(model, key -> key.equals("title") ? title : Texts.get(locale, "pdf." + key));
    }

    private static PdfMetadata metadata(String title, Invoice invoice, Locale locale) {
        return new PdfMetadata(
                title + " " + invoice.number(),
                invoice.issuer().name(),
                title + " " + invoice.number() + ", " + invoice.customer().name() + ", "
                        + invoice.row().period(),
                invoice.issuedAt(),
                locale);
    }
}
