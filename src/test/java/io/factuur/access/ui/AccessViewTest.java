package io.factuur.access.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Assignment;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessViewTest extends UiTest {

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Autowired
    Guard guard;

    private long account;
    private long profile;
    private Person owner;

    @BeforeEach
    void anAccountWithAnOwner() {
        account = tree.account(AgreementType.MCA);
        profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        owner = people.somebody();
        assignments.assign(account, owner.username(), Role.BILLING_ACCOUNT_OWNER, people.operator());
    }

    @Test
    void anOwnerLooksFirstAndThenGivesARole() {
        Person reader = people.somebody();
        signIn(owner);
        RolesTab tab = roles(profile);
        _click(tab.add);
        AddRoleDialog dialog = _get(AddRoleDialog.class);
        _setValue(dialog.user, reader.username());
        _setValue(dialog.role, Role.BILLING_PROFILE_READER);
        _click(dialog.rehearse);
        assertThat(LocatorJ._find(dialog.differences, ListItem.class))
                .anyMatch(line -> line.getText().contains("download"));
        assertThat(guard.allows(Operation.SEE_SCOPE, profile, reader)).isFalse();
        _click(dialog.save);
        assertThat(guard.allows(Operation.DOWNLOAD_INVOICE, profile, reader)).isTrue();
        assertThat(_size(tab.grid)).isEqualTo(2);
    }

    @Test
    void anInheritedRoleIsTakenAwayWhereItWasGiven() {
        signIn(owner);
        RolesTab tab = roles(profile);
        tab.grid.select(_get(tab.grid, 0));
        assertThat(_get(tab.grid, 0).inherited()).isTrue();
        assertThat(tab.remove.isEnabled()).isFalse();
        assertThat(LocatorJ._find(tab, Anchor.class).stream().map(Anchor::getHref))
                .containsExactly("billing/" + account + "/access");
    }

    @Test
    void whoMayNotSeeWhereAnInheritedRoleWasGivenGetsNoLinkThere() {
        Person below = people.somebody();
        assignments.assign(profile, below.username(), Role.BILLING_PROFILE_OWNER, people.operator());
        signIn(below);
        RolesTab tab = roles(profile);
        Assignment inherited = IntStream.range(0, _size(tab.grid))
                .mapToObj(row -> _get(tab.grid, row))
                .filter(Assignment::inherited)
                .findFirst()
                .orElseThrow();
        tab.grid.select(inherited);
        assertThat(tab.remove.isEnabled()).isFalse();
        assertThat(LocatorJ._find(tab, Anchor.class)).isEmpty();
        assertThat(LocatorJ._find(tab, Span.class).stream().map(Span::getText)).contains(inherited.scopeName());
    }

    @Test
    void whatARoleWouldChangeIsForgottenWhenAnotherIsChosen() {
        signIn(owner);
        RolesTab tab = roles(profile);
        _click(tab.add);
        AddRoleDialog dialog = _get(AddRoleDialog.class);
        _setValue(dialog.user, people.somebody().username());
        _click(dialog.rehearse);
        assertThat(LocatorJ._find(dialog.differences, ListItem.class)).isNotEmpty();
        _setValue(dialog.role, Role.BILLING_PROFILE_OWNER);
        assertThat(LocatorJ._find(dialog.differences, ListItem.class)).isEmpty();
    }

    @Test
    void theLastOwnerStays() {
        signIn(owner);
        RolesTab tab = roles(account);
        tab.grid.select(_get(tab.grid, 0));
        _click(tab.remove);
        assertThat(_get(RemoveRoleDialog.class).remove.isEnabled()).isFalse();
    }

    @Test
    void whoMayNotGrantSeesWhoCan() {
        Person reader = people.somebody();
        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
        signIn(reader);
        RolesTab tab = roles(profile);
        assertThat(tab.add.isEnabled()).isFalse();
        assertThat(tab.grid.getSelectionMode()).isEqualTo(Grid.SelectionMode.NONE);
    }

    @Test
    void checkingAccessSaysWhy() {
        Person stranger = people.somebody();
        signIn(owner);
        AccessView view = open("billing/" + profile + "/access?tab=check", AccessView.class);
        CheckTab tab = _get(view, CheckTab.class);
        _setValue(tab.user, stranger.username());
        _click(tab.check);
        List<ListItem> answers = LocatorJ._find(tab.result, ListItem.class);
        assertThat(answers)
                .as("each reason once")
                .extracting(answer -> LocatorJ._get(answer, Span.class, spec -> spec.withClasses("quiet"))
                        .getText())
                .doesNotHaveDuplicates();
        assertThat(answers.stream()
                        .flatMap(answer -> LocatorJ._find(answer, Div.class).stream())
                        .filter(name -> name.getChildren().findAny().isEmpty()))
                .as("what may be done here")
                .hasSizeGreaterThan(10);
    }

    @Test
    void aStrangerFindsNothing() {
        signIn(people.somebody());
        open("billing/" + profile + "/access");
        assertThat(UI.getCurrent().getActiveRouterTargetsChain().getFirst()).isNotInstanceOf(AccessView.class);
        assertThat(LocatorJ._find(AccessView.class)).isEmpty();
    }

    private RolesTab roles(long scope) {
        return _get(open("billing/" + scope + "/access", AccessView.class), RolesTab.class);
    }
}
