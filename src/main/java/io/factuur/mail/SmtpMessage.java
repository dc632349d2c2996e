package io.factuur.mail;

import io.factuur.shared.EmailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail as it goes over the wire: keeps its Message-ID and remembers whether its text has begun to leave. */
final class SmtpMessage extends SMTPMessage {

    /** Chosen here: otherwise every part is written twice, the first time to see what it needs. */
    private static final String ENCODING = "Content-Transfer-Encoding";

    private final Address[] envelope;
    private boolean underWay;

    private SmtpMessage(Session session, Address recipient) {
        super(session);
        this.envelope = new Address[] {recipient};
    }

    static SmtpMessage of(OutgoingMail mail, MailSettings settings, Session session) throws MessagingException {
        SmtpMessage message = new SmtpMessage(session, onTheWire(mail.to()));
        InternetAddress from = named(new InternetAddress(settings.from(), true));
        message.setFrom(from);
        message.setEnvelopeFrom(settings.bounceTo() == null ? from.getAddress() : settings.bounceTo());
        if (settings.replyTo() != null) {
            InternetAddress[] answers = InternetAddress.parse(settings.replyTo(), true);
            for (InternetAddress answer : answers) {
                named(answer);
            }
            message.setReplyTo(answers);
        }
        for (EmailAddress shown : mail.shownTo()) {
            message.addRecipient(Message.RecipientType.TO, onTheWire(shown));
        }
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(content(mail));
        message.saveChanges();
        if (mail.messageId() != null) {
            message.setHeader("Message-ID", "<" + mail.messageId() + ">");
        }
        return message;
    }

    Address[] envelope() {
        return envelope.clone();
    }

    boolean wasUnderWay() {
        return underWay;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        underWay = true;
        super.writeTo(out, ignoreList);
    }

    /** Whether a part before the @ is not ASCII; a domain always can be written in ASCII. */
    static boolean needsUnicode(OutgoingMail mail) {
        return !isAscii(local(mail.to())) || mail.shownTo().stream().anyMatch(shown -> !isAscii(local(shown)));
    }

    /** The name that was read stays as typed, and a header is ASCII: what is not is written in encoded words. */
    private static InternetAddress named(InternetAddress address) throws MessagingException {
        try {
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is missing", impossible);
        }
    }

    private static InternetAddress onTheWire(EmailAddress address) throws MessagingException {
        InternetAddress wire = new InternetAddress();
        wire.setAddress(
                isAscii(local(address))
                        ? local(address) + "@" + IDN.toASCII(address.domain(), IDN.ALLOW_UNASSIGNED)
                        : address.value());
        return wire;
    }

    private static String local(EmailAddress address) {
        return address.value().substring(0, address.value().lastIndexOf('@'));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(text(mail.text(), "plain"));
        bodies.addBodyPart(text(mail.html(), "html"));
        if (mail.attachments().isEmpty()) {
            return bodies;
        }
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(bodies);
        all.addBodyPart(body);
        for (Attachment attachment : mail.attachments()) {
            all.addBodyPart(file(attachment));
        }
        return all;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        part.setHeader(ENCODING, "quoted-printable");
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        try (InputStream content = attachment.content().getInputStream()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, attachment.contentType())));
            part.setFileName(attachment.name());
            // As bytes: a CSV sent as text may come out with other line ends, and its hash with it.
            part.setHeader(ENCODING, "base64");
            return part;
        } catch (IOException unreadable) {
            throw new MessagingException("An attachment could not be read", unreadable);
        }
    }
}
