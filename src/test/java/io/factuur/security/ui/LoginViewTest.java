package io.factuur.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.LoginForm;
import io.factuur.UiTest;
import org.junit.jupiter.api.Test;

class LoginViewTest extends UiTest {

    @Test
    void isOpenToEverybody() {
        open("login", LoginView.class);
        assertThat(_get(LoginForm.class).isError()).isFalse();
    }

    @Test
    void saysSoWhenTheSignInFailed() {
        open("login?error", LoginView.class);
        assertThat(_get(LoginForm.class).isError()).isTrue();
    }

    @Test
    void nobodySeesAnotherPageBeforeSigningIn() {
        open("");
        assertThat(UI.getCurrent().getActiveRouterTargetsChain()).isEmpty();
    }
}
