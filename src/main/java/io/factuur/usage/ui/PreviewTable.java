package io.factuur.usage.ui;

import io.factuur.usage.UsagePreview;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The first rows as one piece of HTML: a component for each of a thousand cells would weigh too much. */
final class PreviewTable {

    private PreviewTable() {}

    static String html(UsagePreview preview) {
        StringBuilder html =
                new StringBuilder("<div class=\"preview-scroll\" tabindex=\"0\"><table class=\"data-table\">");
        row(html, preview.columns(), "th scope=\"col\"", "th");
        preview.rows().forEach(values -> row(html, values, "td", "td"));
        return html.append("</table></div>").toString();
    }

    private static void row(StringBuilder html, List<String> values, String open, String close) {
        html.append("<tr>");
        values.forEach(value -> html.append('<')
                .append(open)
                .append('>')
                .append(HtmlUtils.htmlEscape(value))
                .append("</")
                .append(close)
                .append('>'));
        html.append("</tr>");
    }
}
