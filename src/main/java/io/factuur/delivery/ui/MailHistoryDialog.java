package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.factuur.delivery.MailEvent;
import io.factuur.ui.Formats;
import java.util.List;

/** All that happened to one mail, with the servers' own words. */
class MailHistoryDialog extends Dialog {

    MailHistoryDialog(String invoiceNumber, List<MailEvent> events) {
        setHeaderTitle(getTranslation("delivery.history.of", invoiceNumber));
        addClassName("mail-dialog");
        if (events.isEmpty()) {
            add(new Paragraph(getTranslation("delivery.history.none")));
        }
        OrderedList list = new OrderedList();
        list.addClassName("mail-history");
        events.forEach(event -> list.add(line(event)));
        add(list);
        getFooter().add(new Button(getTranslation("ui.close"), click -> close()));
    }

    private ListItem line(MailEvent event) {
        Span when = new Span(Formats.here().dateTime(event.happenedAt()));
        when.addClassName("quiet");
        Span what = new Span(
                getTranslation(event.kind().labelKey()) + (event.actor() == null ? "" : " (" + event.actor() + ")"));
        what.addClassName("mail-history-what");
        ListItem line = new ListItem(when, what);
        if (event.words() != null && !event.words().isBlank()) {
            Span words = new Span(event.words());
            words.addClassName("mail-history-words");
            line.add(words);
        }
        return line;
    }
}
