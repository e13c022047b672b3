import type { Dispatcher } from 'undici'

/** The same dispatcher, which asks right before the first byte of a request leaves, with a connection in hand, whether it may. */
export const watchedStart = (dispatcher: Dispatcher, mayStart: () => boolean): Dispatcher =>
  dispatcher.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, {
        onRequestStart(controller, context) {
          if (mayStart()) handler.onRequestStart?.(controller, context)
          else controller.abort(new Error('The call may not start any more'))
        },
        onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
        onResponseStart: (...args) => handler.onResponseStart?.(...args),
        onResponseData: (...args) => handler.onResponseData?.(...args),
        onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
        onResponseError: (...args) => handler.onResponseError?.(...args),
      }),
  )
