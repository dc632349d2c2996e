package io.factuur.delivery;

import io.factuur.mail.MailFailure;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server reports about one of our mails: a delivery status notification (RFC 3464). Our mails have one recipient
 * each, so the Message-ID of the returned mail says whose it was; addresses in the report are not looked at.
 *
 * @param messageId the part of our Message-ID before the first dot
 * @param action {@code failed}, {@code delayed}, …
 * @param status {@code 5.1.1}
 * @param words what the server said, without addresses
 */
record BounceReport(String messageId, String action, String status, String words) {

    private static final Pattern OURS =
            Pattern.compile("<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.\\d+@");

    /** Deep enough for a returned mail in a report; whoever nests more is not a mail server. */
    private static final int DEEPEST = 6;

    boolean failedForGood() {
        return action.equals("failed") || (action.isEmpty() && status.startsWith("5"));
    }

    /** The SMTP reply code in the words, or 0. */
    int code() {
        Matcher code = Pattern.compile("\\b([45]\\d\\d)\\b").matcher(words);
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    /** Empty for a mail that is no report about a mail of ours. */
    static Optional<BounceReport> read(MimeMessage message) throws MessagingException, IOException {
        Found found = new Found();
        found.look(message, 0);
        return found.report();
    }

    private static final class Found {

        private @Nullable String messageId;
        private String action = "";
        private String status = "";
        private String diagnostic = "";

        void look(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    look(child, depth + 1);
                }
            } else if (part.isMimeType("message/delivery-status")
                    || part.isMimeType("message/global-delivery-status")) {
                status(part);
            } else if (part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/rfc822-headers")
                    || part.isMimeType("message/global-headers")
                    || part.isMimeType("message/rfc822")
                    || part.isMimeType("message/global")) {
                returned(part);
            }
        }

        /** Groups of headers, separated by empty lines: the first about the report, one for each recipient. */
        private void status(Part part) throws MessagingException, IOException {
            try (PushbackInputStream in = new PushbackInputStream(part.getInputStream())) {
                for (int group = 0; group < 100 && more(in); group++) {
                    InternetHeaders headers = new InternetHeaders(in);
                    String here = first(headers, "Action").toLowerCase(Locale.ROOT);
                    if (!here.isEmpty() && !action.equals("failed")) {
                        action = here;
                        status = first(headers, "Status");
                        diagnostic = first(headers, "Diagnostic-Code").replaceFirst("(?i)^\\s*smtp\\s*;\\s*", "");
                    }
                    ours(first(headers, "Original-Envelope-Id"));
                    ours(first(headers, "X-Original-Message-ID"));
                }
            }
        }

        private static boolean more(PushbackInputStream in) throws IOException {
            int next = in.read();
            while (next == '\r' || next == '\n') {
                next = in.read();
            }
            if (next >= 0) {
                in.unread(next);
            }
            return next >= 0;
        }

        private void returned(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                ours(first(new InternetHeaders(in), "Message-ID"));
            }
        }

        private void ours(String id) {
            Matcher match = OURS.matcher(id);
            if (match.find()) {
                messageId = match.group(1);
            }
        }

        private static String first(InternetHeaders headers, String name) throws MessagingException {
            String value = headers.getHeader(name, null);
            return value == null ? "" : value.strip();
        }

        Optional<BounceReport> report() {
            if (messageId == null || (action.isEmpty() && status.isEmpty())) {
                return Optional.empty();
            }
            String words = diagnostic.isEmpty() ? status : diagnostic;
            return Optional.of(new BounceReport(messageId, action, status, MailFailure.withoutAddresses(words)));
        }
    }
}
