package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.delivery.MailNight;
import io.factuur.delivery.MailNights;
import io.factuur.delivery.ReceiptCount;
import io.factuur.mail.MailTransport;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import io.factuur.ui.StillGrid;
import io.factuur.ui.StoredChoice;
import jakarta.annotation.security.RolesAllowed;

/** The operator's board of mail nights: what went, what waits, what needs somebody. */
@Route("operator/mail")
@RolesAllowed("OPERATOR")
class MailNightsView extends Main implements HasDynamicTitle {

    private static final String NAME = """
            <div class="cell-stack">
              <a class="cell-link" href="${item.path}" router-link>${item.name}</a>
              <span class="quiet cell-under">${item.when}</span>
            </div>""";

    private final MailNights nights;
    private final Person person;
    private final Div switches = new Div();
    final StillGrid<MailNight> grid = new StillGrid<>();

    MailNightsView(MailNights nights, MailTransport transport, CurrentPerson me) {
        this.nights = nights;
        this.person = me.get();
        addClassName("page");
        switches.addClassName("mail-switches");
        add(
                new PageHeader(getTranslation("delivery.nights")).subtitle(getTranslation("delivery.nights.about")),
                new MailTabs(MailNightsView.class));
        if (!transport.ready()) {
            Div banner = new Div(Icons.of("alert"), new Span(getTranslation("delivery.no-server")));
            banner.addClassNames("banner", "banner-warn");
            add(banner);
        }
        add(switches, columns());
        showSwitches();
    }

    private void showSwitches() {
        MailNights.Switches now = nights.switches(person);
        switches.removeAll();
        Checkbox hold = new Checkbox(getTranslation("delivery.hold-next"), now.holding());
        StoredChoice.of(hold, chosen -> nights.holdNext(chosen, person));
        Button stop = new Button(getTranslation(now.stopped() ? "delivery.start-all" : "delivery.stop-all"), click -> {
            if (Notices.attempt(() -> nights.stopAll(!now.stopped(), person))) {
                showSwitches();
            }
        });
        stop.addThemeVariants(now.stopped() ? ButtonVariant.PRIMARY : ButtonVariant.ERROR);
        if (now.stopped()) {
            Div banner = new Div(Icons.of("alert"), new Span(getTranslation("delivery.stopped-all")));
            banner.addClassNames("banner", "banner-bad");
            switches.add(banner);
        }
        switches.add(hold, stop);
    }

    private Grid<MailNight> columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(getTranslation("delivery.nights.none"));
        grid.addColumn(LitRenderer.<MailNight>of(NAME)
                        .withProperty("path", night -> "operator/mail/nights/" + night.id())
                        .withProperty("name", this::name)
                        .withProperty("when", MailNightsView::when))
                .setHeader(getTranslation("delivery.night"))
                .setWidth("13rem")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<MailNight>of("<span class=\"badge badge-${item.tone}\">${item.state}</span>")
                        .withProperty("tone", night -> tone(night.state()))
                        .withProperty(
                                "state", night -> getTranslation(night.state().labelKey())))
                .setHeader(getTranslation("delivery.night.state"))
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addColumn(night -> summary(night.count()))
                .setHeader(getTranslation("delivery.night.summary"))
                .setWidth("20rem")
                .setFlexGrow(3);
        grid.setItems(query -> nights.list(query.getOffset(), query.getLimit(), person).stream());
        grid.addItemClickListener(click -> getUI().ifPresent(ui ->
                ui.navigate("operator/mail/nights/" + click.getItem().id())));
        return grid;
    }

    private String name(MailNight night) {
        return night.name() == null ? getTranslation("delivery.night.no-run") : night.name();
    }

    /** The period that was closed, where one was, and the time. */
    private static String when(MailNight night) {
        String made = Formats.here().dateTime(night.createdAt());
        return night.period() == null ? made : night.period() + " · " + made;
    }

    private String summary(ReceiptCount count) {
        return getTranslation("delivery.count", count.delivered(), count.total(), count.needYou(), count.waiting());
    }

    static String tone(MailNight.State state) {
        return switch (state) {
            case HELD -> "warn";
            case RELEASED -> "good";
            case STOPPED -> "bad";
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("delivery.nights");
    }
}
