package io.factuur.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, once, and rendered twice: as plain text and as HTML that fits a telephone and the dark. Every word
 * comes in as plain text and is escaped here.
 *
 * @param notice a line above everything else, as that a mail may be a repeat; null for none
 * @param heading the first line, large
 * @param facts what stands in two columns: amount, due date
 * @param button where the mail leads; null for a mail that only tells
 * @param smallPrint why one gets the mail and how to stop it, in the end
 */
public record Letter(
        Locale language,
        String subject,
        @Nullable String notice,
        String heading,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Link button,
        List<String> smallPrint,
        List<Link> smallLinks) {

    public record Fact(String label, String value) {

        public Fact {
            label = OutgoingMail.oneLine(label);
            value = OutgoingMail.oneLine(value);
        }
    }

    /** @param url absolute, as {@link MailSettings#link} makes it */
    public record Link(String label, String url) {

        public Link {
            label = OutgoingMail.oneLine(label);
            url = OutgoingMail.oneLine(url);
        }
    }

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        smallPrint = List.copyOf(smallPrint);
        smallLinks = List.copyOf(smallLinks);
    }

    public static Builder in(Locale language, String subject) {
        return new Builder(language, subject);
    }

    public String text() {
        return LetterText.of(this);
    }

    public String html() {
        return LetterHtml.of(this);
    }

    /** Puts a letter together in the order in which it is read. */
    public static final class Builder {

        private final Locale language;
        private final String subject;
        private @Nullable String notice;
        private String heading;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable Link button;
        private final List<String> smallPrint = new ArrayList<>();
        private final List<Link> smallLinks = new ArrayList<>();

        private Builder(Locale language, String subject) {
            this.language = language;
            this.subject = subject;
            this.heading = subject;
        }

        public Builder notice(String line) {
            notice = line;
            return this;
        }

        public Builder heading(String line) {
            heading = line;
            return this;
        }

        public Builder paragraph(String text) {
            paragraphs.add(text);
            return this;
        }

        public Builder fact(String label, String value) {
            facts.add(new Fact(label, value));
            return this;
        }

        public Builder button(String label, String url) {
            button = new Link(label, url);
            return this;
        }

        public Builder small(String text) {
            smallPrint.add(text);
            return this;
        }

        public Builder smallLink(String label, String url) {
            smallLinks.add(new Link(label, url));
            return this;
        }

        public Letter build() {
            return new Letter(language, subject, notice, heading, paragraphs, facts, button, smallPrint, smallLinks);
        }
    }
}
