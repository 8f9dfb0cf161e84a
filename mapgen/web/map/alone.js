// Says so where a component shows the map alone: a view that takes folium's parts one by one leaves
// out the events, which are no part that folium knows. Runs among folium's own scripts.
(() => {
  if (document.querySelector("script.mapgen")) return;
  const said = document.createElement("p");
  said.textContent = "This view shows parts of the page alone, and the events are missing. " +
    "Show HistoricalMap(events).to_html() in a frame instead.";
  said.style.cssText = "position:absolute;inset:0;z-index:1000;margin:auto;padding:1em;" +
    "width:20em;height:max-content;background:#fff;color:#000;font:16px sans-serif";
  document.querySelector(".leaflet-container")?.append(said);
})();
