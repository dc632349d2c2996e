package io.factuur.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** A letter as HTML, in the frame {@code mail/letter.html}. Loads nothing from outside, so that opening it tells nobody. */
final class LetterHtml {

    private static final String FRAME = read();

    private LetterHtml() {}

    static String of(Letter letter) {
        return FRAME.replace("{language}", escape(letter.language().toLanguageTag()))
                .replace("{content}", content(letter))
                .replace("{subject}", escape(letter.subject()));
    }

    private static String content(Letter letter) {
        StringBuilder html = new StringBuilder();
        if (letter.notice() != null) {
            html.append("<p class=\"notice\">").append(escape(letter.notice())).append("</p>\n");
        }
        html.append("<h1>").append(escape(letter.heading())).append("</h1>\n");
        letter.paragraphs()
                .forEach(text -> html.append("<p>").append(escape(text)).append("</p>\n"));
        html.append(facts(letter.facts())).append(button(letter.button()));
        if (!letter.smallPrint().isEmpty() || !letter.smallLinks().isEmpty()) {
            html.append("<div class=\"small\">\n");
            letter.smallPrint()
                    .forEach(text -> html.append("<p>").append(escape(text)).append("</p>\n"));
            letter.smallLinks()
                    .forEach(link -> html.append("<p>").append(anchor(link, "")).append("</p>\n"));
            html.append("</div>\n");
        }
        return html.toString();
    }

    private static String facts(List<Letter.Fact> facts) {
        if (facts.isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder("<table class=\"facts\" cellspacing=\"0\" cellpadding=\"0\">\n");
        facts.forEach(fact -> rows.append("<tr><th scope=\"row\">")
                .append(escape(fact.label()))
                .append("</th><td>")
                .append(escape(fact.value()))
                .append("</td></tr>\n"));
        return rows.append("</table>\n").toString();
    }

    private static String button(Letter.@Nullable Link link) {
        return link == null ? "" : "<p>" + anchor(link, " class=\"button\"") + "</p>\n";
    }

    private static String anchor(Letter.Link link, String attributes) {
        return "<a" + attributes + " href=\"" + escape(link.url()) + "\">" + escape(link.label()) + "</a>";
    }

    /** Braces too, so that nobody's words are taken for a place to fill. */
    private static String escape(String text) {
        return HtmlUtils.htmlEscape(OutgoingMail.oneLine(text), StandardCharsets.UTF_8.name())
                .replace("{", "&#123;");
    }

    private static String read() {
        try {
            return new ClassPathResource("mail/letter.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
