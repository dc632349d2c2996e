package io.factuur.delivery;

import io.factuur.mail.MailFailure;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that is opened when it is needed, and again when it has broken. For one thread. */
final class Lane implements AutoCloseable {

    private final MailTransport transport;
    private MailTransport.@Nullable Connection connection;
    private @Nullable MailFailure trouble;

    Lane(MailTransport transport) {
        this.transport = transport;
    }

    /** Whether there is a connection now. */
    boolean open() {
        if (connection != null && connection.usable()) {
            return true;
        }
        close();
        try {
            connection = transport.connect();
            return true;
        } catch (MailFailure unreachable) {
            trouble = unreachable;
            return false;
        }
    }

    MailFailure trouble() {
        return Objects.requireNonNull(trouble);
    }

    void send(OutgoingMail mail) throws MailFailure {
        Objects.requireNonNull(connection).send(mail);
    }

    boolean usable() {
        return connection != null && connection.usable();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
