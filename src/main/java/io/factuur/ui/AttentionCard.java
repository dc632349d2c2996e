package io.factuur.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;

/** What waits for somebody, each line a link to where it can be dealt with. */
public class AttentionCard extends Section {

    public AttentionCard(List<Attention> all) {
        addClassName("card");
        add(new H2(getTranslation("home.attention")));
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("home.attention.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        LinkedRows rows = new LinkedRows(getTranslation("home.attention"));
        all.forEach(need -> rows.add(
                need.path(),
                need.what(),
                need.detail(),
                new Badge(need.tone(), getTranslation("attention.tone." + need.tone()))));
        add(rows);
    }
}
