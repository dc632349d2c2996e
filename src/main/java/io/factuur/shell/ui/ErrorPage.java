package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import io.factuur.security.CurrentPerson;
import io.factuur.ui.Icons;

/** One sentence where a page should have been, the way home, and the way to somebody who can help. */
abstract class ErrorPage extends Main implements HasDynamicTitle {

    private String title = "";

    void say(String titleKey, String sentence) {
        removeAll();
        addClassNames("page", "error-page");
        title = getTranslation(titleKey);
        RouterLink home = new RouterLink(getTranslation("error.home"), HomeView.class);
        home.addClassNames("button-link");
        RouterLink help = new RouterLink(getTranslation("error.help"), HelpView.class);
        help.addClassNames("button-link");
        Div ways = new Div(home, help);
        ways.addClassName("empty-state-actions");
        add(Icons.of("alert"), new H1(title), new Paragraph(sentence), ways);
    }

    /** What is not there or not theirs: it may belong to another account of the same person. */
    void sayNothingHere(String sentence, CurrentPerson people) {
        say("error.not-found", sentence);
        people.known()
                .ifPresent(person -> addComponentAtIndex(
                        getComponentCount() - 1,
                        new Paragraph(getTranslation("error.signed-in-as", person.displayName(), person.email()))));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
