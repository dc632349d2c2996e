package io.factuur.mail;

import io.factuur.mail.MailFailure.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mail to the server of {@code spring.mail.*}, many over one connection. Never waits for ever, and tells apart
 * what was refused from what may have arrived.
 */
public final class SmtpTransport implements MailTransport {

    /** Milliseconds, unless {@code spring.mail.properties} says otherwise; the libraries' own default is to wait for ever. */
    private static final Map<String, String> PATIENCE =
            Map.of("connectiontimeout", "10000", "timeout", "60000", "writetimeout", "60000");

    static {
        // Otherwise each part of each mail searches the whole class path for the one provider that there is.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    public SmtpTransport(JavaMailSenderImpl server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Connection connect() throws MailFailure {
        return new SmtpConnection();
    }

    private Session session(boolean unicodeAddress) {
        Properties properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        PATIENCE.forEach((name, value) -> properties.putIfAbsent("mail." + protocol() + "." + name, value));
        sendAtOnce(properties, "mail." + protocol() + ".");
        properties.setProperty("mail.mime.allowutf8", String.valueOf(unicodeAddress));
        return Session.getInstance(properties);
    }

    /** Unless somebody has chosen other sockets; TLS is laid over these. */
    private static void sendAtOnce(Properties properties, String prefix) {
        boolean chosen = Stream.of("socketFactory", "socketFactory.class", "socks.host")
                .anyMatch(name -> properties.containsKey(prefix + name));
        if (!chosen) {
            properties.put(prefix + "socketFactory", new PromptSockets());
            properties.putIfAbsent(prefix + "socketFactory.fallback", "false");
        }
    }

    private String protocol() {
        return Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    private Transport open(Session session) throws MailFailure {
        try {
            Transport transport = session.getTransport(protocol());
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return transport;
        } catch (MessagingException unreachable) {
            throw SmtpReply.beforeTheText(unreachable);
        }
    }

    /** Opens lazily, and a second time for addresses in other scripts, which the server must be asked for (RFC 6531). */
    private final class SmtpConnection implements Connection {

        private @Nullable Session session;
        private @Nullable Transport transport;
        private boolean unicode;
        private boolean broken;

        @Override
        public void send(OutgoingMail mail) throws MailFailure {
            boolean needsUnicode = SmtpMessage.needsUnicode(mail);
            if (transport == null || needsUnicode != unicode) {
                close();
                Session fresh = session(needsUnicode);
                broken = true;
                transport = open(fresh);
                broken = false;
                session = fresh;
                unicode = needsUnicode;
            }
            hand(mail, Objects.requireNonNull(session), Objects.requireNonNull(transport));
        }

        private void hand(OutgoingMail mail, Session inSession, Transport over) throws MailFailure {
            SmtpMessage message = message(mail, inSession);
            if (unicode && !SmtpReply.takesUnicode(over)) {
                throw MailFailure.of(Kind.PERMANENT, 550, "The server takes no addresses in other scripts (SMTPUTF8).");
            }
            try {
                over.sendMessage(message, message.envelope());
            } catch (MessagingException refused) {
                broken = !over.isConnected() || SmtpReply.lostConnection(refused);
                throw SmtpReply.of(refused, message.wasUnderWay());
            }
        }

        private SmtpMessage message(OutgoingMail mail, Session inSession) throws MailFailure {
            try {
                return SmtpMessage.of(mail, settings, inSession);
            } catch (MessagingException unreadable) {
                throw MailFailure.of(
                        Kind.PERMANENT, 0, "The mail could not be put together: " + unreadable.getMessage());
            }
        }

        @Override
        public boolean usable() {
            return !broken;
        }

        @Override
        public void close() {
            Transport open = transport;
            transport = null;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException alreadyGone) {
                    broken = true;
                }
            }
        }
    }
}
