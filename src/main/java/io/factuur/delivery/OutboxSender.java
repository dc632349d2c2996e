package io.factuur.delivery;

import io.factuur.mail.MailFailure;
import io.factuur.mail.MailTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due: claims some mails, hands over one after the other, writes down each answer before the next. */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private static final int CLAIM = 20;
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration DOCUMENT_PAUSE = Duration.ofSeconds(30);
    private static final Duration REPEAT_PAUSE = Duration.ofMinutes(5);

    /** Between the tries of a mail that was refused for now: over three days in all, then somebody is needed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(36));

    private final Outbox outbox;
    private final Composer composer;
    private final MailTransport transport;
    private final Clock clock;

    OutboxSender(Outbox outbox, Composer composer, MailTransport transport, Clock clock) {
        this.outbox = outbox;
        this.composer = composer;
        this.transport = transport;
        this.clock = clock;
    }

    /** Sends over one connection until nothing is due, or the server cannot be reached. Returns how many were accepted. */
    int sendDue() {
        if (!transport.ready()) {
            return 0;
        }
        outbox.recover(Duration.ZERO);
        int accepted = 0;
        try (Lane lane = new Lane(transport)) {
            while (true) {
                // A name for each claim, so that what it took is exactly what carries it.
                String claimant = UUID.randomUUID().toString();
                List<OutboxMail> claimed = outbox.claim(claimant, CLAIM, LEASE);
                if (claimed.isEmpty()) {
                    return accepted;
                }
                for (OutboxMail row : claimed) {
                    Sent sent = send(row, claimant, lane);
                    accepted += sent == Sent.YES ? 1 : 0;
                    if (sent == Sent.STOP) {
                        outbox.giveBack(claimant);
                        return accepted;
                    }
                }
            }
        }
    }

    private enum Sent {
        YES,
        NO,
        STOP
    }

    private Sent send(OutboxMail row, String claimant, Lane lane) {
        Composed composed;
        try {
            composed = composer.compose(row);
        } catch (RuntimeException defect) {
            // Its text might name an address: only what kind it is goes into the log.
            LOG.error(
                    "Mail {} could not be put together: {}",
                    row.id(),
                    defect.getClass().getName());
            MailFailure failure = MailFailure.of(MailFailure.Kind.TEMPORARY, 0, "The mail could not be put together.");
            outbox.refused(row.id(), claimant, failure, nextTry(row));
            return Sent.NO;
        }
        return switch (composed) {
            case Composed.Ready ready -> hand(row, ready.envelope(), claimant, lane);
            case Composed.NotYet notYet -> {
                outbox.waitFor(
                        row.id(), claimant, notYet.reason(), clock.instant().plus(DOCUMENT_PAUSE));
                yield Sent.NO;
            }
            case Composed.Never never -> {
                outbox.skip(row.id(), claimant, never.reason());
                yield Sent.NO;
            }
        };
    }

    /** From {@code begin} on, whatever goes wrong without an answer leaves the mail as possibly accepted. */
    private Sent hand(OutboxMail row, Envelope envelope, String claimant, Lane lane) {
        if (!lane.open()) {
            outbox.refused(row.id(), claimant, lane.trouble(), nextTry(row));
            return Sent.STOP;
        }
        if (!outbox.begin(row.id(), claimant, LEASE)) {
            return Sent.STOP;
        }
        try {
            lane.send(envelope.mail());
        } catch (MailFailure failure) {
            return refused(row, failure, claimant, lane);
        }
        outbox.accepted(row.id(), claimant, envelope.to(), envelope.sizeBytes());
        return Sent.YES;
    }

    private Sent refused(OutboxMail row, MailFailure failure, String claimant, Lane lane) {
        switch (failure.kind()) {
            case PERMANENT -> outbox.refused(row.id(), claimant, failure, null);
            case TEMPORARY -> outbox.refused(row.id(), claimant, failure, nextTry(row));
            case UNCERTAIN ->
                outbox.uncertain(
                        row.id(), claimant, failure.words(), clock.instant().plus(REPEAT_PAUSE));
        }
        // Without any reply the trouble is the server's, not the mail's: the others wait for the next round.
        return failure.kind() != MailFailure.Kind.PERMANENT && failure.code() == 0 && !lane.usable()
                ? Sent.STOP
                : Sent.NO;
    }

    private @Nullable Instant nextTry(OutboxMail row) {
        return row.attempts() >= PAUSES.size() ? null : clock.instant().plus(PAUSES.get(row.attempts()));
    }
}
