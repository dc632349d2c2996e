package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import io.factuur.ui.Icons;

/** A page behind a mailed link, for somebody who need not be signed in: one question, one button. */
abstract class LinkPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Div card = new Div();
    private String title = "";

    LinkPage() {
        addClassName("link-page");
        Image logo = new Image("icons/logo.svg", "");
        Div brand = new Div(logo, new Span(getTranslation("app.name")));
        brand.addClassName("link-brand");
        card.addClassName("link-card");
        add(new Div(brand, card));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("token").orElse(""));
    }

    abstract void show(String token);

    void say(String icon, String heading, String... paragraphs) {
        card.removeAll();
        title = heading;
        card.add(Icons.of(icon), new H1(heading));
        for (String paragraph : paragraphs) {
            card.add(new Paragraph(paragraph));
        }
    }

    void offer(String label, Runnable what) {
        Button button = new Button(label, click -> what.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        card.add(button);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
