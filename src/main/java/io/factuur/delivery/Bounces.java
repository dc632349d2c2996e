package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.access.Guard;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what servers report about mails that they had accepted. */
@Service
public class Bounces {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Guard guard;
    private final Clock clock;

    Bounces(JdbcClient jdbc, Outbox outbox, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.guard = guard;
        this.clock = clock;
    }

    /** What a report was about. */
    public enum Taken {
        /** A mail of ours has come back. */
        BOUNCED,
        /** A mail of ours is still on its way. */
        DELAYED,
        /** No report, or about no mail of ours. */
        UNKNOWN
    }

    /**
     * @param report a mail as it came in (RFC 5322)
     * @throws Problem when it is no mail at all
     */
    @Transactional
    public Taken take(InputStream report, Person person) {
        guard.requireOperator("mail.bounce", person);
        try {
            return take(new MimeMessage(Session.getInstance(new Properties()), report));
        } catch (MessagingException | IOException unreadable) {
            throw Problem.invalid("delivery.problem.report");
        }
    }

    private Taken take(MimeMessage message) throws MessagingException, IOException {
        Optional<BounceReport> read = BounceReport.read(message);
        if (read.isEmpty()) {
            return Taken.UNKNOWN;
        }
        BounceReport report = read.get();
        Optional<Long> mail = jdbc.sql("select id from mail_outbox where message_id = :id")
                .param("id", report.messageId())
                .query(Long.class)
                .optional();
        if (mail.isEmpty()) {
            return Taken.UNKNOWN;
        }
        if (!report.failedForGood()) {
            outbox.note(mail.get(), MailEvent.Kind.DELAYED, report.code(), report.words(), null);
            return Taken.DELAYED;
        }
        bounced(mail.get(), report);
        return Taken.BOUNCED;
    }

    /** Also a mail whose answer was lost has arrived somewhere if it comes back. */
    private void bounced(long id, BounceReport report) {
        int changed = jdbc.sql("""
                update mail_outbox set state = 'BOUNCED', bounced_at = :now, code = :code, words = :words
                where id = :id and state in ('ACCEPTED', 'UNKNOWN')
                """)
                .param("id", id)
                .param("now", time(clock.instant()))
                .param("code", report.code())
                .param("words", report.words())
                .update();
        if (changed > 0) {
            outbox.note(id, MailEvent.Kind.BOUNCED, report.code(), report.words(), null);
        }
    }
}
