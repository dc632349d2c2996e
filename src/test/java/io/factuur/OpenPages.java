package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Texts;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens a page, takes the right away, and clicks. */
abstract class OpenPages extends UiTest {

    static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices invoices;

    @Autowired
    JdbcClient jdbc;

    /** Everything that changes something writes it down: nothing written down, nothing done. */
    void refused(Person person, Runnable click) {
        NotificationsKt.clearNotifications();
        int done = entries(person, "DONE");
        int refused = entries(person, "REFUSED");
        click.run();
        assertThat(entries(person, "REFUSED")).as("refusals written down").isGreaterThan(refused);
        assertThat(entries(person, "DONE")).as("things done").isEqualTo(done);
        assertThat(NotificationsKt.getNotifications().stream()
                        .flatMap(notice -> _find(notice, Span.class).stream())
                        .map(Span::getText))
                .as("sentences")
                .contains(word("problem.not-found"));
    }

    private int entries(Person person, String outcome) {
        return jdbc.sql("select count(*) from audit_entry where actor = ? and outcome = ?")
                .params(person.username(), outcome)
                .query(Integer.class)
                .single();
    }

    static String word(String key) {
        return Texts.get(Locale.ENGLISH, key);
    }

    static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    static Runnable button(String text) {
        return () -> press(text);
    }

    static Runnable inDialog(String text) {
        return () -> _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText(text)));
    }

    static Runnable first(String text) {
        return () -> _click(_find(Button.class, spec -> spec.withText(text)).getFirst());
    }

    @SuppressWarnings("unchecked")
    static RadioButtonGroup<Boolean> choice() {
        return _get(RadioButtonGroup.class);
    }

    static <T extends com.vaadin.flow.component.Component> T last(Class<T> type) {
        List<T> found = _find(type);
        return found.getLast();
    }

    @SuppressWarnings("unchecked")
    static void select(Grid<?> grid, int row) {
        ((Grid<Object>) grid).select(GridKt._get((Grid<Object>) grid, row));
    }

    /** Fills in what is open and hands out the click. */
    @FunctionalInterface
    interface Filled {
        Runnable in();
    }
}
