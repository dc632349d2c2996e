package io.factuur.delivery.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.factuur.mail.Mailbox;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import io.factuur.ui.StillGrid;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** The mails that stayed inside the application, because no server is set: the demo's post. */
@Route("operator/mail/mailbox")
@RolesAllowed("OPERATOR")
class MailboxView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SUBJECT = """
            <div class="cell-stack">
              <a class="cell-link" href="${item.path}" router-link>${item.subject}</a>
              <span class="quiet cell-under">${item.to}</span>
            </div>""";

    private final Mailbox mailbox;
    private final TextField words = new TextField();
    final StillGrid<Mailbox.Row> grid = new StillGrid<>();

    MailboxView(Mailbox mailbox) {
        this.mailbox = mailbox;
        addClassName("page");
        words.setPlaceholder(getTranslation("delivery.mailbox.filter"));
        words.setAriaLabel(getTranslation("delivery.mailbox.filter"));
        words.setPrefixComponent(Icons.of("filter"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setWidth("20rem");
        words.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                remember();
                show();
            }
        });
        Div toolbar = new Div(words);
        toolbar.addClassName("toolbar");
        add(
                new PageHeader(getTranslation("delivery.mailbox")).subtitle(getTranslation("delivery.mailbox.about")),
                new MailTabs(MailboxView.class),
                toolbar,
                columns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        words.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("words")
                .orElse(""));
        show();
    }

    private Grid<Mailbox.Row> columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(getTranslation("delivery.mailbox.empty"));
        grid.addColumn(LitRenderer.<Mailbox.Row>of(SUBJECT)
                        .withProperty("path", row -> "operator/mail/mailbox/" + row.id())
                        .withProperty("subject", Mailbox.Row::subject)
                        .withProperty("to", Mailbox.Row::deliveredTo))
                .setHeader(getTranslation("delivery.mailbox.subject"))
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.addColumn(row -> row.attachments() == 0 ? "" : String.valueOf(row.attachments()))
                .setHeader(getTranslation("delivery.mailbox.files"))
                .setPartNameGenerator(row -> "amount")
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.here().dateTime(row.sentAt()))
                .setHeader(getTranslation("delivery.mailbox.sent"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addItemClickListener(click -> getUI().ifPresent(ui ->
                ui.navigate("operator/mail/mailbox/" + click.getItem().id())));
        return grid;
    }

    private void show() {
        String wanted = words.getValue();
        grid.setItems(query -> mailbox.list(wanted, query.getOffset(), query.getLimit()).stream());
    }

    private void remember() {
        Map<String, String> parameters = words.isEmpty() ? Map.of() : Map.of("words", words.getValue());
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location("operator/mail/mailbox", QueryParameters.simple(parameters))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("delivery.mailbox");
    }
}
