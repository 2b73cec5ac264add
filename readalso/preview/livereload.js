// Loads the page again when the preview has built the site anew. It speaks LiveReload's protocol 7, and adds the number
// of the build that the page is from: a page that was built anew before its socket was open is told so at once.
(() => {
  const { build } = document.currentScript.dataset;
  const protocols = ["http://livereload.com/protocols/official-7"];

  const connect = (wait) => {
    const socket = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/livereload`);
    const send = (message) => socket.send(JSON.stringify(message));
    const answers = {
      hello: () => {
        wait = 250;
        send({ command: "info", url: location.href, build });
      },
      reload: () => location.reload(),
    };
    socket.onopen = () => send({ command: "hello", protocols });
    socket.onmessage = (event) => answers[JSON.parse(event.data).command]?.();
    socket.onclose = () => setTimeout(() => connect(Math.min(wait * 2, 4000)), wait);
  };

  connect(250);
})();
