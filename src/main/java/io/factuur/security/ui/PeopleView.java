package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Invitations;
import io.factuur.security.Invitations.Invitation;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.PeopleDirectory.Entry;
import io.factuur.security.Person;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;

/** Who can sign in. */
@Route("operator/people")
@RolesAllowed("OPERATOR")
class PeopleView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final PeopleDirectory directory;
    private final Invitations invitations;
    private final Person person;
    final PeopleGrid grid;
    final TextField search = new TextField();
    final Button invite = new Button();
    final Button disable = new Button();
    final Button operator = new Button();
    final Button newLink = new Button();
    private final Span chosen = new Span();

    PeopleView(PeopleDirectory directory, Invitations invitations, CurrentPerson me) {
        this.directory = directory;
        this.invitations = invitations;
        this.person = me.get();
        this.grid = new PeopleGrid(directory, person);
        addClassName("page");
        invite.setText(getTranslation("people.invite"));
        invite.setIcon(Icons.of("plus"));
        invite.addThemeNames("primary");
        invite.addClickListener(click -> new InviteDialog(invitations, person, this::sent).open());
        grid.addSelectionListener(chosen -> offer(chosen.getFirstSelectedItem().orElse(null)));
        disable.addClickListener(click -> with(entry -> {
            if (entry.disabled()) {
                directory.enable(entry.id(), person);
            } else {
                directory.disable(entry.id(), person);
            }
        }));
        operator.addClickListener(click -> with(entry -> directory.setOperator(entry.id(), !entry.operator(), person)));
        newLink.addClickListener(click -> with(entry -> sent(invitations.again(entry.id(), person))));
        add(
                new PageHeader(getTranslation("people.title"))
                        .subtitle(getTranslation("people.about"))
                        .actions(invite),
                toolbar(),
                grid);
        offer(null);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(search::setValue);
        if (event.getLocation().getQueryParameters().getParameters().containsKey("invite")) {
            invite.click();
        }
    }

    private Div toolbar() {
        search.setPlaceholder(getTranslation("people.search"));
        search.setAriaLabel(getTranslation("people.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("20rem");
        search.addValueChangeListener(typed -> grid.matching(typed.getValue()));
        Div spacer = new Div();
        spacer.addClassName("toolbar-spacer");
        chosen.addClassName("quiet");
        Div toolbar = new Div(search, spacer, chosen, disable, operator, newLink);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void offer(Entry entry) {
        boolean disabled = entry != null && entry.disabled();
        disable.setText(getTranslation(disabled ? "people.enable" : "people.disable"));
        operator.setText(
                getTranslation(entry != null && entry.operator() ? "people.operator.take" : "people.operator.give"));
        newLink.setText(getTranslation("people.new-link"));
        boolean self = entry != null && entry.id() == person.id();
        chosen.setText(self ? getTranslation("people.yourself") : entry == null ? getTranslation("people.choose") : "");
        disable.setEnabled(entry != null && !self);
        operator.setEnabled(entry != null && !disabled);
        newLink.setEnabled(entry != null && !disabled);
    }

    private void with(Consumer<Entry> action) {
        grid.getSelectedItems().stream().findFirst().ifPresent(entry -> {
            if (Notices.attempt(() -> action.accept(entry))) {
                grid.deselectAll();
                grid.getDataProvider().refreshAll();
            }
        });
    }

    private void sent(Invitation invitation) {
        grid.getDataProvider().refreshAll();
        if (invitation.link() == null) {
            Notices.done(getTranslation("people.invited", invitation.username()));
        } else {
            new SecretDialog(
                            getTranslation("people.link.title", invitation.username()),
                            getTranslation("people.link.text"),
                            getTranslation("people.link"),
                            invitation.link())
                    .open();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title");
    }
}
