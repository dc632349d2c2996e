package io.factuur.delivery;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.mail.Mailbox;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of the mails in the mailbox inside the application. */
@Service
public class MailboxFiles {

    private final Mailbox mailbox;
    private final Guard guard;
    private final AuditLog audit;

    MailboxFiles(Mailbox mailbox, Guard guard, AuditLog audit) {
        this.mailbox = mailbox;
        this.guard = guard;
        this.audit = audit;
    }

    public record Opened(String name, String contentType, byte[] content) {}

    /** @throws Problem not found, when the mail has no such file or the person is no operator */
    @Transactional
    public Opened open(long mail, long file, Person person) {
        guard.requireOperator("mail.mailbox", person);
        Mailbox.Enclosure found = mailbox.enclosures(mail).stream()
                .filter(enclosure -> enclosure.id() == file)
                .findFirst()
                .orElseThrow(() -> guard.refuse("mail.mailbox", null, "mail " + mail, person));
        audit.record(AuditEvent.done(person.username(), "mail.mailbox-file", null, "mail " + mail)
                .with("file", found.name()));
        return new Opened(found.name(), found.contentType(), mailbox.content(file));
    }
}
