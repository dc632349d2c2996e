package io.factuur.mail;

import io.factuur.mail.MailFailure.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Reads what a server's refusal means (RFC 5321 section 4.2): 4xx later, 5xx never, no answer to the text: unknown. */
final class SmtpReply {

    private SmtpReply() {}

    /** @param underWay whether the text had begun to be sent: only then can a lost answer hide an acceptance */
    static MailFailure of(MessagingException refused, boolean underWay) {
        MessagingException telling = mostTelling(refused);
        int code = code(telling);
        if (code >= 500) {
            return MailFailure.of(Kind.PERMANENT, code, telling.getMessage());
        }
        if (code >= 400) {
            return MailFailure.of(Kind.TEMPORARY, code, telling.getMessage());
        }
        return underWay
                ? MailFailure.of(Kind.UNCERTAIN, 0, "The connection broke before the server had answered.")
                : MailFailure.of(Kind.TEMPORARY, 0, "The connection broke before the mail was handed over.");
    }

    /** A server that cannot be reached or does not let us in says nothing about the mail. */
    static MailFailure beforeTheText(MessagingException unreachable) {
        return MailFailure.of(Kind.TEMPORARY, Math.max(0, code(unreachable)), unreachable.getMessage());
    }

    static boolean lostConnection(MessagingException refused) {
        return code(mostTelling(refused)) <= 0;
    }

    static boolean takesUnicode(Transport transport) {
        return transport instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8");
    }

    /** The recipient's own refusal hides behind "Invalid Addresses". */
    private static MessagingException mostTelling(MessagingException refused) {
        for (Exception e = refused; e instanceof MessagingException next; e = next.getNextException()) {
            if (code(next) > 0) {
                return next;
            }
        }
        return refused;
    }

    private static int code(Exception refused) {
        return switch (refused) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }
}
