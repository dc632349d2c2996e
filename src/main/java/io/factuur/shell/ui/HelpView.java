package io.factuur.shell.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.security.CurrentPerson;
import io.factuur.ui.DataTable;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What the words mean, what the keys do, and whom to ask. */
@Route("help")
@PermitAll
class HelpView extends Main implements HasDynamicTitle {

    private static final List<String> KEYS = List.of("search", "choose", "take", "back");

    HelpView(CurrentPerson me, Contacts contacts) {
        addClassNames("page", "narrow");
        add(new PageHeader(getTranslation("help.title")).subtitle(getTranslation("help.about")));
        boolean operator = me.get().operator();
        add(section("help.start", start(operator)));
        Paragraph whom = new Paragraph(getTranslation(operator ? "help.ask.operator" : "help.ask.about"));
        add(section("help.ask", new Div(whom, contacts.show(me.get()))));
        add(section("help.keys", keys()));
        add(section("help.terms", terms()));
    }

    private Section section(String titleKey, com.vaadin.flow.component.Component content) {
        Section section = new Section(new H2(getTranslation(titleKey)), content);
        section.addClassName("card");
        return section;
    }

    private Div start(boolean operator) {
        Div start = new Div();
        start.addClassName("help-start");
        List<String> lines = operator
                ? List.of("accounts", "import", "run", "mail")
                : List.of("invoice", "usage", "email", "access");
        lines.forEach(line -> {
            Span question = new Span(getTranslation("help.start." + line));
            question.addClassName("term-name");
            start.add(new Paragraph(question, new Span(" " + getTranslation("help.start." + line + ".how"))));
        });
        return start;
    }

    private DataTable keys() {
        DataTable table = new DataTable(getTranslation("help.key"), getTranslation("help.key.does"));
        KEYS.forEach(key -> table.row(getTranslation("help.key." + key), getTranslation("help.key." + key + ".does")));
        return table;
    }

    private DescriptionList terms() {
        DescriptionList list = new DescriptionList();
        list.addClassName("term-list");
        for (Term term : Term.values()) {
            Description about = new Description(getTranslation(term.aboutKey()));
            DescriptionList.Term name = new DescriptionList.Term(getTranslation(term.labelKey()));
            list.add(name, about);
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("help.title");
    }
}
