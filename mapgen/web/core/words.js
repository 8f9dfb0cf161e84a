/**
 * Every word of the interface. A page carries those of its own language alone: some sections of one
 * of the catalogues that stand in mapgen/web/words/.
 *
 * @typedef {object} Catalogue
 * @property {string} locale  what Intl is asked for; Syria's months and digits for Arabic
 * @property {import("mapgen/core/date-text.js").DateWords} dates
 * @property {MapWords} map
 * @property {EventWords} event
 * @property {AxisWords} axis
 * @property {StoryWords} story
 * @property {DialogWords} dialogs
 *
 * @typedef {object} Saying
 * @property {(forms: Record<string, string>, n: number) => string} count  a number with its noun
 * @property {(n: number) => string} number
 * @property {(n: number) => string} year  without separators
 *
 * @typedef {Catalogue & Saying} Words
 */

/**
 * @typedef {object} MapWords
 * @property {string} map
 * @property {string} skip  leads past the story
 * @property {string} key
 * @property {string} signs  what opens the rest of the key
 * @property {string} close
 * @property {string} movement
 * @property {string} claim  a mark with a dashed outline
 * @property {string} country  a country that is an area with events
 * @property {string} borders
 * @property {Record<string, string>} areas  names of areas and regions that Intl does not have, by codes
 * @property {string} tilesMissing
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} layers
 * @property {Record<string, string>} places  by plural category of CLDR, `{n}` for the number
 * @property {string} inside  over the places of a country
 * @property {string} outside  an event that is not in the window
 * @property {string} filtered  an event that a filter hides
 * @property {string} several  a mark with the number of its events
 * @property {string} merged  a mark for several places
 * @property {string} faded  a place none of whose events is shown
 * @property {string} lasting  a country while one of its periods is in the window
 * @property {string} approximate
 * @property {string} wheel  how to zoom where the wheel scrolls the page around
 * @property {string} wheelMac
 * @property {string} fingers
 * @property {string} lost  an address that leads to no event
 * @property {string} openWhole  the link from a map inside an article to the whole page
 */

/**
 * @typedef {object} EventWords
 * @property {string} undated
 * @property {string} from  before the place where a movement began
 * @property {string} to
 * @property {string} source
 * @property {string} image
 * @property {string} newTab
 * @property {Record<Exclude<import("mapgen/payload.js").Status, "">, string>} status
 * @property {Record<string, string>} events  by plural category of CLDR, `{n}` for the number
 * @property {Record<string, string>} more  how many more events a button brings
 */

/**
 * @typedef {object} AxisWords
 * @property {string} name
 * @property {string} start  the handle at the start of the window
 * @property {string} end
 * @property {string} from  the box for the start of the window
 * @property {string} to
 * @property {string} play
 * @property {string} pause
 * @property {string} speed
 * @property {string} reset
 * @property {string} undated
 * @property {string} noDates
 * @property {string} periods
 * @property {string} zoomIn
 * @property {string} zoomOut
 * @property {string} more  the button of a small screen that shows the other controls
 * @property {string} wrong  where no date can be read
 * @property {string} ambiguous  `{a}` and `{b}` are two days
 * @property {string} outside  `{a}` and `{b}` are the first day and the last
 * @property {string} reversed
 */

/**
 * @typedef {object} StoryWords
 * @property {string} name
 * @property {string} previous  before the date and title that the button leads to
 * @property {string} next
 * @property {string} atStart  what the button says where nothing comes before
 * @property {string} atEnd
 * @property {string} continued  a period that another one interrupted
 * @property {string} decade  `{year}` is its first
 * @property {string} bce  `{years}` are those before the common era
 * @property {string} category
 * @property {string} tags
 * @property {string} showImage
 * @property {string} showSensitive
 * @property {string} imageMissing
 * @property {string} search
 * @property {string} filters
 * @property {Record<import("mapgen/core/facets.js").Facet, string>} facets
 * @property {string} allValues  shows every value of a filter, `{n}` for their number
 * @property {string} fewerValues
 * @property {Record<import("mapgen/core/facets.js").Facet, string>} narrow  the box that narrows a long list
 * @property {string} removeFilter
 * @property {string} nothing
 * @property {string} showAll
 * @property {string} more
 * @property {string} less
 * @property {Record<string, string>} count  by plural category, `{shown}` of `{n}`
 */

/**
 * @typedef {object} DialogWords
 * @property {string} share
 * @property {string} data
 * @property {string} about
 * @property {string} close
 * @property {ThemeWords} theme
 * @property {ShareWords} sharing
 * @property {TableWords} table
 * @property {PrintWords} print
 * @property {AboutWords} reading
 * @property {ColumnWords} columns
 *
 * @typedef {object} ShareWords
 * @property {string} link  to this view
 * @property {string} linkNote
 * @property {string} copyLink
 * @property {string} copied
 * @property {string} embed
 * @property {string} embedCode
 * @property {string} embedNote  where the page is a file on somebody's disk
 * @property {string} view
 * @property {string} selected  only the event that is selected
 * @property {string} whole
 * @property {string} mapOnly
 * @property {string} width
 * @property {string} height
 * @property {string} copyCode
 * @property {string} download
 * @property {string} shown  `{n}` for their number
 * @property {string} all
 * @property {string} format
 * @property {string} writing  while a file is being written
 * @property {string} inside  what a download does not hold
 * @property {string} print
 * @property {string} printNote
 *
 * @typedef {object} ThemeWords  what the button says while each of them holds
 * @property {string} system
 * @property {string} light
 * @property {string} dark
 *
 * @typedef {object} TableWords
 * @property {string} onlyShown
 * @property {string} byTime
 * @property {Record<string, string>} more  how many more rows a button brings
 * @property {string} yes
 * @property {Record<import("mapgen/payload.js").Kind, string>} kind
 *
 * @typedef {object} PrintWords
 * @property {string} events
 * @property {string} places
 * @property {string} part  how many of how many events are printed
 * @property {string} address
 */

/**
 * @typedef {object} AboutWords
 * @property {string} dates
 * @property {string} datesText
 * @property {string} calendars  of which calendar the days are, where there may be two
 * @property {string} places
 * @property {string} placesText
 * @property {string} borders
 * @property {string} bordersText
 * @property {string} claims
 * @property {string} claimsText
 * @property {Record<Exclude<import("mapgen/payload.js").Status, "">, string>} claim  what each status means
 * @property {string} coordinates
 * @property {string} fromTable
 * @property {string} fromGazetteer
 * @property {string} sources
 * @property {string} unnamed  for events that name no source
 * @property {string} keyboard
 * @property {string[][]} keys  the keys, and what they do
 * @property {string} software
 * @property {string} madeWith  `{generator}` for its name and version
 */

/** @typedef {Record<import("mapgen/core/export.js").Column, string>} ColumnWords */

import { numerals } from "mapgen/core/numerals.js";

/** @param {Catalogue} catalogue @returns {Words} */
export function wordsOf(catalogue) {
  const rules = new Intl.PluralRules(catalogue.locale);
  const { own, grouped: number } = numerals(catalogue.dates);
  return {
    ...catalogue,
    count: (forms, n) => (forms[rules.select(n)] ?? forms.other).replace("{n}", number(n)),
    number,
    year: (n) => own(String(n)),
  };
}
