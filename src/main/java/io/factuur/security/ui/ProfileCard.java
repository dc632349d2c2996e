package io.factuur.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A part of the profile, with a heading and a line on what it is for. */
abstract class ProfileCard extends Div {

    ProfileCard(String titleKey, String textKey) {
        addClassName("card");
        Paragraph text = new Paragraph(getTranslation(textKey));
        text.addClassName("quiet");
        add(new H2(getTranslation(titleKey)), text);
    }
}
