package io.factuur.shell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.factuur.security.FirstStepsChoice;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.FirstStep;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads an empty portal's operator from the company's details to the first mail; each step ticks itself off. */
@Component
class FirstSteps {

    private final List<FirstStep> steps;
    private final FirstStepsChoice choice;

    FirstSteps(List<FirstStep> steps, FirstStepsChoice choice) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
        this.choice = choice;
    }

    /** Nothing for whoever is no operator, has dismissed it, or has done it all. */
    Optional<Section> show(Person person) {
        if (!person.operator() || !choice.isWanted(person)) {
            return Optional.empty();
        }
        List<FirstStep> open =
                steps.stream().filter(step -> !step.isDone(person)).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(section(open, person));
    }

    private Section section(List<FirstStep> open, Person person) {
        Section section = new Section();
        section.addClassNames("card", "first-steps");
        Div head = new Div(new H2(section.getTranslation("first.title")));
        head.addClassName("card-head");
        Button dismiss = new Button(section.getTranslation("first.dismiss"), click -> {
            choice.dismiss(person);
            section.setVisible(false);
        });
        dismiss.addThemeName("tertiary");
        head.add(dismiss);
        int done = steps.size() - open.size();
        Paragraph progress = new Paragraph(section.getTranslation("first.progress", done, steps.size()));
        progress.addClassName("quiet");
        OrderedList list = new OrderedList();
        steps.forEach(step -> list.add(item(step, open.contains(step), open.getFirst() == step)));
        section.add(head, progress, list);
        return section;
    }

    private static ListItem item(FirstStep step, boolean open, boolean next) {
        ListItem item = new ListItem();
        item.setClassName("done", !open);
        item.setClassName("next", next);
        Anchor name = new Anchor(step.path(), item.getTranslation(step.labelKey()));
        name.getElement().setAttribute("router-link", true);
        if (next) {
            name.getElement().setAttribute("aria-current", "step");
        }
        Span about = new Span(item.getTranslation(step.labelKey() + ".about"));
        about.addClassName("quiet");
        Div words = new Div(name, about);
        words.addClassName("first-step-words");
        item.add(words);
        if (!open) {
            item.add(new Badge(Badge.Tone.GOOD, item.getTranslation("first.done")));
        }
        return item;
    }
}
