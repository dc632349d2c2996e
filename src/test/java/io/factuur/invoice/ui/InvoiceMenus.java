package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.factuur.ui.FileButton;
import java.util.List;

/** Opens the menus of invoices in the list that is on the page, for tests of other rooms. */
public final class InvoiceMenus {

    private InvoiceMenus() {}

    /** What a row's menu offers to download; nothing where there is no such row, or no menu. */
    public static List<Component> of(String number) {
        _find(InvoiceGrid.class).forEach(grid -> GridKt._findAll(grid).stream()
                .filter(row -> row.number().equals(number))
                .forEach(grid::openMenu));
        _find(PeriodGrid.class).forEach(grid -> GridKt._findAll(grid).stream()
                .filter(row -> row.invoices().stream()
                        .anyMatch(invoice -> invoice.number().equals(number)))
                .forEach(grid::open));
        return _find(InvoiceMenu.class).stream()
                .flatMap(InvoiceMenu::links)
                .filter(InvoiceMenus::isPaper)
                .toList();
    }

    /** Links that lead to a file, and buttons that have one prepared. */
    public static boolean isPaper(Component link) {
        return link instanceof FileButton
                || (link instanceof Anchor anchor && anchor.getHref().contains("api/v1"));
    }
}
