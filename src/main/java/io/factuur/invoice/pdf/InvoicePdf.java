package io.factuur.invoice.pdf;

import io.factuur.invoice.Invoice;
import io.factuur.shared.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.stereotype.Component;

/**
 * Makes the PDF of an invoice: the same invoice and language give the same bytes. A renderer is used by one thread at
 * a time and then handed on, with its fonts and its parsed stylesheet.
 */
@Component
public class InvoicePdf {

    private static final Template TEMPLATE = Template.parse(Resources.text("invoice.xhtml"));
    private static final TemplateNamespace NAMESPACE = new TemplateNamespace(ClosedUserAgent.HOME + "invoice.css");

    private final ConcurrentLinkedDeque<PdfRenderer> idle = new ConcurrentLinkedDeque<>();

    public byte[] render(Invoice invoice, Locale locale) {
        Map<String, Object> model = InvoiceModel.of(invoice, locale);
        String xhtml = TEMPLATE.fill(model, key -> text(key, invoice, locale));
        PdfRenderer renderer = idle.pollFirst();
        if (renderer == null) {
            renderer = new PdfRenderer(NAMESPACE);
        }
        byte[] pdf = renderer.render(xhtml, metadata(invoice, locale));
        idle.addFirst(renderer);
        return pdf;
    }

    private static PdfMetadata metadata(Invoice invoice, Locale locale) {
        String kind = Texts.get(locale, invoice.row().documentType().labelKey());
        return new PdfMetadata(
                kind + " " + invoice.number(),
                invoice.issuer().name(),
                kind + " " + invoice.number() + ", " + invoice.customer().name() + ", "
                        + invoice.row().period(),
                invoice.issuedAt(),
                locale);
    }

    private static String text(String key, Invoice invoice, Locale locale) {
        return key.equals("title")
                ? Texts.get(locale, invoice.row().documentType().labelKey())
                : Texts.get(locale, "pdf." + key);
    }
}
