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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        check.addClickListener(click -> {
            result.removeAll();
            Notices.attempt(() -> show(access.of(scope, user.getValue(), person)));
        });
        Div toolbar = new Div(user, check);
        toolbar.addClassName("toolbar");
        Paragraph about = new Paragraph(getTranslation("access.check.about"));
        about.addClassName("quiet");
        result.addClassName("check-result");
        add(about, toolbar, result);
    }

    /** What has the same reason stands beside it together. */
    private void show(Checked checked) {
        Map<Answer, List<Decision>> byAnswer = checked.decisions().stream()
                .filter(decision -> !(decision.reasons().getFirst() instanceof Reason.NotHere))
                .collect(Collectors.groupingBy(
                        decision -> new Answer(decision.allowed(), Reasons.sentence(decision, getLocale())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        UnorderedList list = new UnorderedList();
        list.addClassName("check-list");
        byAnswer.forEach((answer, decisions) -> list.add(line(answer, decisions)));
        result.add(new H2(checked.subject().displayName()), list);
    }

    private ListItem line(Answer answer, List<Decision> decisions) {
        Div all = new Div();
        all.addClassName("check-what");
        decisions.forEach(decision -> all.add(new Div(name(decision))));
        Span why = new Span(answer.why());
        why.addClassName("quiet");
        Badge badge = answer.allowed()
                ? new Badge(Badge.Tone.GOOD, getTranslation("access.yes"))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("access.no"));
        return new ListItem(badge, all, why);
    }

    private String name(Decision decision) {
        String what = getTranslation(decision.operation().labelKey());
        return what.substring(0, 1).toUpperCase(getLocale()) + what.substring(1);
    }

    private record Answer(boolean allowed, String why) {}
}
