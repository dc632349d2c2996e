package io.factuur.delivery;

import io.factuur.mail.Letter;
import io.factuur.mail.MailSettings;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The words of a mail about an invoice.
 *
 * @param tooLarge whether a file stayed behind because of its size
 * @param repeat whether it may have arrived before
 */
record InvoiceLetter(
        Paper paper, Addressee to, boolean tooLarge, List<PaperFile> files, boolean repeat, MailSettings mail) {

    /** @param stopLink where an added recipient unsubscribes; empty for a role */
    Letter in(Locale locale, String stopLink) {
        Formats formats = new Formats(locale, ZoneOffset.UTC);
        String period = period(formats);
        String kind = paper.creditNote() ? "credit-note" : "invoice";
        Letter.Builder letter = Letter.in(
                        locale, Texts.get(locale, "delivery.mail." + kind + ".subject", paper.number(), period))
                .heading(Texts.get(locale, "delivery.mail." + kind + ".heading", period))
                .paragraph(Texts.get(locale, "delivery.mail." + kind + ".ready", paper.number(), paper.scopeName()));
        if (repeat) {
            letter.notice(Texts.get(locale, "delivery.mail.repeat"));
        }
        letter.paragraph(about(locale))
                .fact(Texts.get(locale, "delivery.mail.number"), paper.number())
                .fact(Texts.get(locale, "delivery.mail.period"), period)
                .fact(Texts.get(locale, "delivery.mail.total"), formats.money(paper.total()));
        if (!paper.creditNote()) {
            letter.fact(Texts.get(locale, "delivery.mail.due"), formats.money(paper.amountDue()))
                    .fact(Texts.get(locale, "delivery.mail.due-date"), formats.date(paper.dueDate()));
        }
        letter.button(Texts.get(locale, "delivery.mail." + kind + ".open"), link());
        return why(letter, locale, stopLink).build();
    }

    /** As it stands within a sentence: Dutch months are small there. */
    private String period(Formats formats) {
        return paper.period().isCalendarMonth()
                ? DateTimeFormatter.ofPattern("LLLL yyyy", formats.locale())
                        .format(paper.period().start())
                : formats.period(paper.period());
    }

    private String about(Locale locale) {
        if (tooLarge) {
            return Texts.get(locale, "delivery.mail.too-large");
        }
        return Texts.get(locale, files.isEmpty() ? "delivery.mail.link-only" : "delivery.mail.attached");
    }

    private String link() {
        return mail.link("invoices/" + URLEncoder.encode(paper.number(), StandardCharsets.UTF_8));
    }

    private Letter.Builder why(Letter.Builder letter, Locale locale, String stopLink) {
        if (to.role() != null) {
            letter.small(Texts.get(
                    locale,
                    "delivery.mail.why.role",
                    Texts.get(locale, to.role().labelKey()),
                    paper.scopeName()));
        }
        if (!stopLink.isEmpty()) {
            letter.small(Texts.get(locale, "delivery.mail.why.added", paper.scopeName()))
                    .smallLink(Texts.get(locale, "delivery.mail.unsubscribe"), stopLink);
        }
        return letter;
    }
}
