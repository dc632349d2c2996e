package io.factuur;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the application has mailed to an address, for tests: there the mailbox inside the application is in use. */
@Component
@Profile("test")
public class TestMailbox {

    private final JdbcClient jdbc;

    TestMailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Mail(
            long id, String messageId, String subject, String language, String headers, String text, String html) {

        /** The first link in the text that holds a word. */
        public String link(String word) {
            return text.lines()
                    .filter(line -> line.startsWith("http") && line.contains(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link with " + word + " in " + text));
        }
    }

    /** The oldest first. */
    public List<Mail> sentTo(String address) {
        return jdbc.sql("""
                select m.id, m.message_id, m.subject, m.language, m.headers, m.body_text as text, m.body_html as html
                from mailbox_mail m join mailbox_recipient r on r.mail_id = m.id
                where r.delivered_to and r.address = lower(:address) order by m.id
                """).param("address", address).query(Mail.class).list();
    }
}
