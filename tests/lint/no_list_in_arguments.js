/**
 * A rule for `deno lint`: no list is spread into the arguments of a call. A browser's stack ends at
 * about 60,000 of them, and a table has more; what is known to be short says so where it is spread.
 */
export default {
  name: "mapgen",
  rules: {
    "no-list-in-arguments": {
      /** @param {any} context */
      create(context) {
        if (!context.filename.includes("mapgen/web/")) return {}; // lists of tests are short
        const look = (/** @type {any} */ call) => {
          for (const node of call.arguments) {
            if (node.type !== "SpreadElement") continue;
            context.report({
              node,
              message: "A list of a table may be longer than a call takes arguments",
              hint: "Hand the list over whole; element() and svg() take lists among their children",
            });
          }
        };
        const listed = (/** @type {any} */ call) => {
          if (call.callee.property?.name !== "apply") return look(call);
          context.report({ node: call, message: "apply() spreads a list into arguments" });
        };
        return { CallExpression: listed, NewExpression: look };
      },
    },
  },
};
