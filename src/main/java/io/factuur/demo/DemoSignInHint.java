package io.factuur.demo;

import io.factuur.ui.SignInHint;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Offers the demo's people on the sign-in page. */
@Component
@Profile("demo")
class DemoSignInHint implements SignInHint {

    @Override
    public List<Somebody> people() {
        return DemoPeople.NAMES.stream()
                .map(name -> new Somebody(name, "login.demo." + name))
                .toList();
    }
}
