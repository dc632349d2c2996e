// Passkeys: only a browser can talk to the authenticator. A button with data-passkey="register" or "sign-in" starts it;
// what goes wrong is told to the page as the event "passkey-failed" on that button.
(() => {
  'use strict';

  const at = (path) => new URL(path, document.baseURI).href;

  const post = async (button, path, body) => {
    const answer = await fetch(at(path), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [button.dataset.csrfHeader]: button.dataset.csrfToken },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error('HTTP ' + answer.status);
    }
    return answer.json();
  };

  const register = async (button) => {
    const options = await post(button, 'webauthn/register/options');
    const key = await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    });
    await post(button, 'webauthn/register', {
      publicKey: { credential: key.toJSON(), label: button.dataset.label },
    });
    button.dispatchEvent(new CustomEvent('passkey-added'));
  };

  const signIn = async (button) => {
    const options = await post(button, 'webauthn/authenticate/options');
    const key = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    });
    const answer = await post(button, 'login/webauthn', key.toJSON());
    location.href = answer.redirectUrl;
  };

  document.addEventListener('click', (click) => {
    const button = click.composedPath().find((node) => node.dataset && node.dataset.passkey);
    if (!button || button.disabled) {
      return;
    }
    const work = button.dataset.passkey === 'register' ? register : signIn;
    const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
    (able ? work(button) : Promise.reject(new Error('unable'))).catch(() => {
      button.dispatchEvent(new CustomEvent('passkey-failed'));
    });
  });
})();
