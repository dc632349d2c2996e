package io.factuur.mail;

import io.factuur.shared.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one address. What people named things cannot become a header: line breaks are taken out of the subject,
 * and extra headers are refused when they are not plain.
 *
 * @param to whom it is handed to
 * @param shownTo what the To line shows; more than one where recipients may see each other
 * @param messageId without angle brackets; the same for each try of one mail
 * @param headers further headers, {@code List-Unsubscribe} and such
 */
public record OutgoingMail(
        EmailAddress to,
        List<EmailAddress> shownTo,
        String subject,
        Locale language,
        String text,
        String html,
        List<Attachment> attachments,
        @Nullable String messageId,
        Map<String, String> headers) {

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,76}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{0,900}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    public OutgoingMail {
        subject = oneLine(subject);
        shownTo = List.copyOf(shownTo);
        attachments = List.copyOf(attachments);
        headers = new LinkedHashMap<>(headers);
        headers.forEach(OutgoingMail::requirePlain);
    }

    public static OutgoingMail of(EmailAddress to, Letter letter) {
        return new OutgoingMail(
                to,
                List.of(to),
                letter.subject(),
                letter.language(),
                letter.text(),
                letter.html(),
                List.of(),
                null,
                Map.of());
    }

    public OutgoingMail shownTo(List<EmailAddress> everybody) {
        return new OutgoingMail(to, everybody, subject, language, text, html, attachments, messageId, headers);
    }

    public OutgoingMail attach(List<Attachment> files) {
        return new OutgoingMail(to, shownTo, subject, language, text, html, files, messageId, headers);
    }

    public OutgoingMail messageId(String id) {
        return new OutgoingMail(to, shownTo, subject, language, text, html, attachments, id, headers);
    }

    public OutgoingMail header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutgoingMail(to, shownTo, subject, language, text, html, attachments, messageId, more);
    }

    /** Without line breaks and other control characters, in one line. */
    static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    private static void requirePlain(String name, String value) {
        if (!HEADER_NAME.matcher(name).matches() || !HEADER_VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a plain header: " + oneLine(name));
        }
    }

    /** Says nothing about whom it is for: this may end up in a log. */
    @Override
    public String toString() {
        return "OutgoingMail[" + messageId + "]";
    }
}
