package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.factuur.delivery.MailNight;
import io.factuur.delivery.MailNights;
import io.factuur.delivery.ReceiptCount;
import io.factuur.delivery.Receipts;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.AddressId;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** One mail night: who gets what, in which language, how large, who bounced last; release, hold, stop. */
@Route("operator/mail/nights/:night")
@RolesAllowed("OPERATOR")
class MailNightView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final MailNights nights;
    private final Person person;
    private final Div top = new Div();
    private final Checkbox troubles = new Checkbox();
    final MailNightGrid grid;
    private long id;
    private String title = "";

    MailNightView(MailNights nights, Receipts receipts, CurrentPerson me) {
        this.nights = nights;
        this.person = me.get();
        this.grid = new MailNightGrid(nights, receipts, person, this::showTop);
        addClassName("page");
        top.addClassName("mail-night-top");
        troubles.setLabel(getTranslation("delivery.only-trouble"));
        troubles.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
                grid.show(id, change.getValue());
            }
        });
        Div toolbar = new Div(troubles);
        toolbar.addClassName("toolbar");
        add(top, toolbar, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = AddressId.of(event, "night");
        troubles.setValue(
                event.getLocation().getQueryParameters().getParameters().containsKey("trouble"));
        showTop();
        grid.show(id, troubles.getValue());
    }

    private void remember() {
        Map<String, String> parameters = troubles.getValue() ? Map.of("trouble", "yes") : Map.of();
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location("operator/mail/nights/" + id, QueryParameters.simple(parameters))));
    }

    private void showTop() {
        MailNight night = nights.get(id, person);
        title = night.name() == null ? getTranslation("delivery.night.no-run") : night.name();
        top.removeAll();
        Formats formats = Formats.here();
        PageHeader header = new PageHeader(title)
                .subtitle(new RouterLink(getTranslation("delivery.nights"), MailNightsView.class))
                .subtitle((night.period() == null ? "" : night.period() + " · ")
                        + formats.dateTime(night.createdAt()) + " · "
                        + getTranslation(night.state().labelKey()));
        header.actions(
                decision("delivery.release", ButtonVariant.PRIMARY, night, MailNight.State.RELEASED),
                decision("delivery.hold", ButtonVariant.TERTIARY, night, MailNight.State.HELD),
                decision("delivery.stop", ButtonVariant.ERROR, night, MailNight.State.STOPPED));
        top.add(header, figures(night.count(), formats));
        if (night.state() == MailNight.State.HELD) {
            Div banner = new Div(Icons.of("clock"), new Span(getTranslation("delivery.night.held-about")));
            banner.addClassNames("banner", "banner-warn");
            top.add(banner);
        }
    }

    private Div figures(ReceiptCount count, Formats formats) {
        Div figures = new Div(
                new KeyFigure(
                        getTranslation("delivery.figure.delivered"),
                        getTranslation("delivery.figure.of", count.delivered(), count.total())),
                new KeyFigure(getTranslation("delivery.figure.waiting"), formats.number(count.waiting())),
                new KeyFigure(getTranslation("delivery.figure.trouble"), formats.number(count.needYou())),
                new KeyFigure(getTranslation("delivery.figure.left-out"), formats.number(count.leftOut())));
        figures.addClassName("key-figures");
        return figures;
    }

    private Button decision(String key, ButtonVariant variant, MailNight night, MailNight.State state) {
        Button button = new Button(
                getTranslation(key),
                click -> Notices.attempt(() -> {
                    switch (state) {
                        case RELEASED -> nights.release(id, person);
                        case HELD -> nights.hold(id, person);
                        case STOPPED -> nights.stop(id, person);
                    }
                    showTop();
                    grid.show(id, troubles.getValue());
                }));
        button.addThemeVariants(variant);
        button.setEnabled(night.state() != state);
        return button;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
