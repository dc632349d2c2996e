package io.factuur.mail;

/** Carries mail away: to an SMTP server, or to the mailbox inside the application in the demo. */
public interface MailTransport {

    /** Whether mail can leave at all; if not, what wants to be sent waits. */
    boolean ready();

    /** Opens a connection for any number of mails. For one thread. */
    Connection connect() throws MailFailure;

    /** Sends a single mail. */
    default void send(OutgoingMail mail) throws MailFailure {
        try (Connection connection = connect()) {
            connection.send(mail);
        }
    }

    interface Connection extends AutoCloseable {

        /** Returns when the other side has taken the mail over. */
        void send(OutgoingMail mail) throws MailFailure;

        /** Whether another mail can go the same way. */
        boolean usable();

        @Override
        void close();
    }
}
