package io.factuur.delivery;

import io.factuur.delivery.Composed.Never;
import io.factuur.delivery.Composed.NotYet;
import io.factuur.delivery.Composed.Ready;
import io.factuur.mail.Letter;
import io.factuur.mail.MailSettings;
import io.factuur.mail.OutgoingMail;
import io.factuur.shared.EmailAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a mail together at the moment of sending: recipient, right, facts and files as they are then. */
@Component
class Composer {

    private final Audience audience;
    private final RecipientStore recipients;
    private final RecipientTokens tokens;
    private final Outbox outbox;
    private final Papers papers;
    private final MailSettings mail;
    private final DeliverySettings settings;
    private final Clock clock;
    private final String host;

    Composer(
            Audience audience,
            RecipientStore recipients,
            RecipientTokens tokens,
            Outbox outbox,
            Papers papers,
            MailSettings mail,
            DeliverySettings settings,
            Clock clock) {
        this.audience = audience;
        this.recipients = recipients;
        this.tokens = tokens;
        this.outbox = outbox;
        this.papers = papers;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        String name = URI.create(mail.publicUrl()).getHost();
        this.host = name == null ? "localhost" : name;
    }

    Composed compose(OutboxMail row) {
        return switch (row.kind()) {
            case INVOICE -> invoice(row);
            case CONFIRMATION -> confirmation(row);
        };
    }

    private Composed invoice(OutboxMail row) {
        Optional<Paper> found = papers.find(row.subject());
        if (found.isEmpty()) {
            return new NotYet("invoice");
        }
        Paper paper = found.get();
        if (!paper.standing()) {
            return new Never("void");
        }
        MailScope scope = recipients.scope(paper.scopeId()).orElse(null);
        if (scope == null) {
            return new Never("not-entitled");
        }
        List<Addressee> entitled =
                scope.together() ? audience.of(scope) : audience.near(scope, row.addressKey(), row.personId());
        Optional<Addressee> me = entitled.stream()
                .filter(addressee -> addressee.key().equals(row.addressKey()))
                .findFirst()
                .or(() -> moved(row, entitled));
        if (me.isEmpty()) {
            return new Never("not-entitled");
        }
        Addressee to = me.get();
        List<PaperFile> files = new ArrayList<>();
        for (String kind : kinds(to.content(), paper)) {
            Optional<PaperFile> file = papers.file(paper.number(), kind);
            if (file.isEmpty()) {
                return new NotYet(kind);
            }
            files.add(file.get());
        }
        List<PaperFile> carried = thatFit(files);
        InvoiceLetter letter =
                new InvoiceLetter(paper, to, carried.size() < files.size(), carried, row.repeats() > 0, mail);
        String stop = to.role() == null ? stopLink(to) : "";
        OutgoingMail outgoing = dress(OutgoingMail.of(to.address(), letter.in(to.language(), stop)), row)
                .shownTo(scope.together() ? shown(to, entitled) : List.of(to.address()))
                .attach(carried.stream().map(PaperFile::attachment).toList())
                .header("X-Factuur-Invoice", paper.number());
        return new Ready(new Envelope(withUnsubscribe(outgoing, stop), to, size(outgoing, carried)));
    }

    /** Whoever has changed their communication address since gets the mail there, unless it gets one anyway. */
    private Optional<Addressee> moved(OutboxMail row, List<Addressee> entitled) {
        return entitled.stream()
                .filter(addressee ->
                        addressee.personId() != null && addressee.personId().equals(row.personId()))
                .filter(addressee -> !outbox.has(row.kind(), row.subject(), addressee.key()))
                .findFirst();
    }

    private Composed confirmation(OutboxMail row) {
        Instant now = clock.instant();
        Optional<RecipientRow> found =
                row.recipientId() == null ? Optional.empty() : recipients.find(row.recipientId());
        if (found.isEmpty() || found.get().confirmedAt() != null || found.get().ended(audience.today())) {
            return new Never("not-entitled");
        }
        RecipientRow recipient = found.get();
        String scope =
                recipients.scope(recipient.scopeId()).map(MailScope::name).orElse("");
        String secret = tokens.confirmation(recipient, row.resends());
        recipients.expectConfirmation(recipient.id(), tokens.hash(secret), now.plus(settings.confirmWithin()));
        Addressee to = recipient.addressee();
        Letter letter = ConfirmationLetter.of(
                scope, to.language(), mail.link("mail/confirm/" + secret), settings.confirmWithin(), row.repeats() > 0);
        OutgoingMail outgoing = dress(OutgoingMail.of(to.address(), letter), row);
        return new Ready(new Envelope(outgoing, to, size(outgoing, List.of())));
    }

    private OutgoingMail dress(OutgoingMail outgoing, OutboxMail row) {
        OutgoingMail named = outgoing.messageId(row.wireId() + "@" + host);
        return row.repeats() > 0 ? named.header("X-Factuur-Repeat", String.valueOf(row.repeats())) : named;
    }

    /** RFC 8058: one click, no sign-in. Only for an address that was added; a role is given up elsewhere. */
    private OutgoingMail withUnsubscribe(OutgoingMail outgoing, String stop) {
        if (stop.isEmpty()) {
            return outgoing;
        }
        return outgoing.header("List-Unsubscribe", "<" + stop + ">")
                .header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private String stopLink(Addressee to) {
        if (to.recipientId() == null) {
            return "";
        }
        return recipients
                .find(to.recipientId())
                .map(row -> mail.link("mail/unsubscribe/" + tokens.unsubscribe(row)))
                .orElse("");
    }

    private static List<EmailAddress> shown(Addressee to, List<Addressee> entitled) {
        List<EmailAddress> all = new ArrayList<>();
        all.add(to.address());
        entitled.stream()
                .map(Addressee::address)
                .filter(other -> !other.equals(to.address()))
                .forEach(all::add);
        // A To line is no list of subscribers: beyond that each gets their own.
        return all.size() <= 50 ? all : List.of(to.address());
    }

    /** A credit note has no usage of its own. */
    private static List<String> kinds(MailContent content, Paper paper) {
        return switch (content) {
            case PDF -> List.of("invoice.pdf");
            case PDF_AND_CSV -> paper.creditNote() ? List.of("invoice.pdf") : List.of("invoice.pdf", "usage.csv");
            case LINK -> List.of();
        };
    }

    /** As many, in their order, as the limit leaves room for. */
    private List<PaperFile> thatFit(List<PaperFile> files) {
        long room = settings.maxAttachment().toBytes();
        List<PaperFile> fitting = new ArrayList<>();
        for (PaperFile file : files) {
            if (file.sizeBytes() <= room) {
                room -= file.sizeBytes();
                fitting.add(file);
            }
        }
        return fitting;
    }

    /** About what goes over the wire: files grow by a third in Base64. */
    private static long size(OutgoingMail outgoing, List<PaperFile> files) {
        return outgoing.text().getBytes(StandardCharsets.UTF_8).length
                + outgoing.html().getBytes(StandardCharsets.UTF_8).length
                + files.stream().mapToLong(file -> file.sizeBytes() * 4 / 3).sum();
    }
}
