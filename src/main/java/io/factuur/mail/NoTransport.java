package io.factuur.mail;

/** Stands where no mail server has been set: nothing leaves, nothing is lost. */
final class NoTransport implements MailTransport {

    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public Connection connect() throws MailFailure {
        throw MailFailure.of(MailFailure.Kind.TEMPORARY, 0, "No mail server is set; set spring.mail.host.");
    }
}
