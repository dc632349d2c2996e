package io.factuur.demo;

import io.factuur.delivery.Bounces;
import io.factuur.delivery.MailLinks;
import io.factuur.security.People;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Plays the world outside: some addressees confirm by the link they were mailed, and an invoice to an address under
 * {@code .invalid} comes back, as a mail server would report it.
 */
@Component
@Profile("demo")
class DemoCorrespondents {

    private static final Pattern CONFIRM = Pattern.compile("/mail/confirm/([A-Za-z0-9_-]+)");
    private static final String REPORT = """
            From: MAILER-DAEMON@mx.invalid
            To: billing@factuur.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="part"

            --part
            Content-Type: text/plain

            Your message could not be delivered.
            --part
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.invalid

            Final-Recipient: rfc822; %s
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 This mailbox does not exist any more

            --part
            Content-Type: text/rfc822-headers

            Message-ID: <%s>
            --part--
            """;

    private final JdbcClient jdbc;
    private final MailLinks links;
    private final Bounces bounces;
    private final People people;
    private final DemoMail mail;
    private final Clock clock;
    private final Set<String> answered = new HashSet<>();
    private volatile boolean waiting;
    private long seen;

    DemoCorrespondents(JdbcClient jdbc, MailLinks links, Bounces bounces, People people, DemoMail mail, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.bounces = bounces;
        this.people = people;
        this.mail = mail;
        this.clock = clock;
    }

    /** The year has been played; when all have answered, the mails of its last month go out. */
    void begin() {
        mail.addRecipients();
        waiting = true;
    }

    /** Some seconds later than it arrived, as it is with servers: by then it has been noted as taken over. */
    @Scheduled(fixedDelay = 3_000, initialDelay = 3_000)
    void read() {
        for (Arrived one : arrived()) {
            seen = one.id();
            if (DemoMail.ANSWERING.contains(one.address())) {
                answer(one);
            }
            if (one.address().endsWith(".invalid") && one.headers().contains("X-Factuur-Invoice")) {
                returned(one);
            }
        }
        if (waiting && answered.containsAll(DemoMail.ANSWERING)) {
            waiting = false;
            mail.release();
        }
    }

    private List<Arrived> arrived() {
        return jdbc.sql("""
                select m.id, m.message_id, r.address, m.headers, m.body_text
                from mailbox_mail m join mailbox_recipient r on r.mail_id = m.id and r.delivered_to
                where m.id > :seen and m.sent_at < :lately order by m.id fetch first 200 rows only
                """)
                .param("seen", seen)
                .param("lately", clock.instant().minusSeconds(3).atOffset(ZoneOffset.UTC))
                .query(Arrived.class)
                .list();
    }

    private void answer(Arrived one) {
        Matcher link = CONFIRM.matcher(one.bodyText());
        if (link.find() && links.confirm(link.group(1))) {
            answered.add(one.address());
        }
    }

    private void returned(Arrived one) {
        String report = REPORT.formatted(one.address(), one.messageId()).replace("\n", "\r\n");
        bounces.take(
                new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)),
                people.findByUsername("operator").orElseThrow());
    }

    private record Arrived(long id, String messageId, String address, String headers, String bodyText) {}
}
