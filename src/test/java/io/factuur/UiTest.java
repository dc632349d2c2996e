package io.factuur;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.KaribuConfig;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.factuur.security.Person;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.util.ClassUtils;

/**
 * A test of a page without a browser: the real components and services, on the shared application of
 * {@link IntegrationTest}. Sign in first, then open an address:
 *
 * <pre>{@code
 * signIn(people.operator());
 * OperatorView view = open("operator/imports", OperatorView.class);
 * assertThat(_get(H1.class).getText()).isEqualTo("Imports");
 * }</pre>
 *
 * <p>Find and click with Karibu's {@code LocatorJ}. A page that is not allowed ends at the "nothing here" page, as in
 * the application. Words are English unless the browser or the person wants others.
 */
@IntegrationTest
public abstract class UiTest {

    private static final Routes ROUTES = scan();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private UserDetailsService users;

    @Autowired
    protected TestPeople people;

    @BeforeEach
    void startEmpty() {
        KaribuConfig.INSTANCE.setInitDefaultRoute(false);
        start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    protected void signIn(Person person) {
        signIn(person, Locale.ENGLISH);
    }

    /** Starts a new session of a person in a browser of that language, as if they had just passed the sign-in page. */
    protected void signIn(Person person, Locale locale) {
        UserDetails who = users.loadUserByUsername(person.username());
        MockVaadin.tearDown();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
        start(locale);
    }

    /** Goes to an address, without a leading slash; {@code ?x=y} may follow. */
    protected void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** Goes to an address and hands out the page that it shows. */
    protected <T extends Component> T open(String address, Class<T> view) {
        open(address);
        HasElement shown = UI.getCurrent().getActiveRouterTargetsChain().getFirst();
        if (!view.isInstance(shown)) {
            throw new AssertionError(
                    "/" + address + " shows " + shown.getClass().getName());
        }
        return view.cast(shown);
    }

    /** All pages that have an address. */
    protected static Set<Class<? extends Component>> views() {
        return ROUTES.getRoutes().stream()
                .filter(view -> view.isAnnotationPresent(Route.class))
                .collect(Collectors.toSet());
    }

    private void start(Locale locale) {
        MockVaadin.setMockRequestFactory(session -> new KnownRequest(session, locale));
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
    }

    /** Karibu's own scan passes over package-private views; Spring's does not. */
    private static Routes scan() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition bean) {
                return bean.getMetadata().isIndependent() && bean.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Layout.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        Set<Class<? extends Component>> routes = new HashSet<>();
        Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
        scanner.findCandidateComponents("io.factuur").forEach(found -> {
            Class<?> view = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            if (HasErrorParameter.class.isAssignableFrom(view)) {
                errors.add(asError(view));
            } else {
                routes.add(view.asSubclass(Component.class));
            }
        });
        return new Routes(routes, errors, true);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends HasErrorParameter<?>> asError(Class<?> view) {
        return (Class<? extends HasErrorParameter<?>>) view;
    }

    /** There is no filter chain here that would tell the request who asks. */
    private static final class KnownRequest extends FakeRequest {

        private final Locale locale;

        KnownRequest(HttpSession session, Locale locale) {
            super(session);
            this.locale = locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }

        @Override
        public Principal getUserPrincipal() {
            return SecurityContextHolder.getContext().getAuthentication();
        }

        @Override
        public boolean isUserInRole(String role) {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            return known != null
                    && List.copyOf(known.getAuthorities()).stream()
                            .anyMatch(held -> ("ROLE_" + role).equals(held.getAuthority()));
        }
    }
}
