package io.factuur.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/** The hand-drawn icons under {@code frontend/icons}; they take the colour of the text around them. */
public final class Icons {

    private Icons() {}

    /** Decoration beside words; a button with nothing but an icon needs an aria-label of its own. */
    public static SvgIcon of(String name) {
        SvgIcon icon = new SvgIcon("icons/" + name + ".svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
