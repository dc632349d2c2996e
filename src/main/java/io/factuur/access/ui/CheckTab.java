package io.factuur.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.access.AccessCheck;
import io.factuur.access.AccessCheck.Checked;
import io.factuur.access.Decision;
import io.factuur.access.Reason;
import io.factuur.access.Reasons;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.Notices;

/** "Check access": what somebody may do here, and why. */
class CheckTab extends Div {

    final TextField user = new TextField();
    final Button check = new Button();
    final Div result = new Div();

    CheckTab(long scope, AccessCheck access, Person person) {
        addClassName("access-tab");
        user.setLabel(getTranslation("access.user"));
        user.setWidth("20rem");
        user.setValue(person.username());
        check.setText(getTranslation("access.check"));
        check.addThemeNames("primary");
        check.addClickShortcut(Key.ENTER).listenOn(user);
        check.addClickListener(click -> Notices.attempt(() -> show(access.of(scope, user.getValue(), person))));
        Div toolbar = new Div(user, check);
        toolbar.addClassName("toolbar");
        Paragraph about = new Paragraph(getTranslation("access.check.about"));
        about.addClassName("quiet");
        result.addClassName("check-result");
        add(about, toolbar, result);
    }

    private void show(Checked checked) {
        UnorderedList list = new UnorderedList();
        list.addClassName("check-list");
        checked.decisions().stream()
                .filter(decision -> !(decision.reasons().getFirst() instanceof Reason.NotHere))
                .forEach(decision -> list.add(line(decision)));
        result.removeAll();
        result.add(new H2(checked.subject().displayName()), list);
    }

    private ListItem line(Decision decision) {
        String what = getTranslation(decision.operation().labelKey());
        Span words = new Span(what.substring(0, 1).toUpperCase(getLocale()) + what.substring(1));
        words.addClassName("check-what");
        Span why = new Span(Reasons.sentence(decision, getLocale()));
        why.addClassName("quiet");
        Badge badge = decision.allowed()
                ? new Badge(Badge.Tone.GOOD, getTranslation("access.yes"))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("access.no"));
        return new ListItem(badge, words, why);
    }
}
