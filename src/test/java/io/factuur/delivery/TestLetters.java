package io.factuur.delivery;

import io.factuur.mail.Letter;
import io.factuur.mail.MailSettings;
import io.factuur.shared.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Letters about invoices, as the outbox writes them. */
@Component
@Profile("test")
public class TestLetters {

    private final Papers papers;
    private final MailSettings settings;

    TestLetters(Papers papers, MailSettings settings) {
        this.papers = papers;
        this.settings = settings;
    }

    /** Where the letter's button leads, within the portal: without a leading slash. */
    public String deepLink(String number) {
        Paper paper = papers.find(number).orElseThrow();
        Addressee to = new Addressee(
                new EmailAddress("somebody@example.com"), "", Locale.ENGLISH, MailContent.LINK, null, null, null);
        Letter letter = new InvoiceLetter(paper, to, false, List.of(), false, settings).in(Locale.ENGLISH, "");
        String url = Objects.requireNonNull(letter.button()).url();
        return url.substring(settings.link("").length());
    }
}
